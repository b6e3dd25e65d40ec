# SPDX-License-Identifier: MPL-2.0
# The tests of the other platforms, as far as one machine with Linux can try them; README.md here says
# what each covers. make check runs check-platforms-quick; make check-platforms all of them.

X       := $(B)/cross
RUN.linux_x86_64   :=
RUN.linux_aarch64  := qemu-aarch64-static -L /usr/aarch64-linux-gnu
RUN.windows_x86_64 := env WINEPREFIX=$(CURDIR)/$(X)/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=;mshtml=' wine
EXE.windows        := .exe

# The library beside stand-ins for the office's libraries: every function, through the dispatcher,
# over all cases and examples; each platform must write what this machine's library writes.
$(X)/names: $(BUNDLE)/CalcAddIns.xcu
	@mkdir -p $(@D)
	@sed -n 's/^    <node oor:name="\(.*\)" oor:op=.*/\1/p; s/.*<value xml:lang="en">\(KENPO_[A-Z_]*\)<.*/\1/p' $< | paste - - >$@
	@test -s $@

$(X)/examples: $(BUNDLE)/reference/functions.en.html
	@mkdir -p $(@D)
	@grep -o '=KENPO_[^<]*' $< | sed 's/&quot;/"/g; s/&amp;/\&/g' | sort -u >$@
	@test -s $@

SHARED_FLAGS.linux   := $(UNO) -fPIC
SHARED_FLAGS.windows := $(FLAGS.windows)
NAME.linux.sal       := libuno_sal.so.3
NAME.linux.cppu      := libuno_cppu.so.3
NAME.windows.sal     := sal3.dll
NAME.windows.cppu    := cppu3.dll
TAKEN.sal            := $(SAL)
TAKEN.cppu           := $(CPPU)
SONAME.linux          = -Wl,-soname,$2 -Wl,--version-script=$(P)/$1/$(basename $2).map
DRIVER.linux         := -Wl,-rpath,'$$$$ORIGIN' -ldl
DRIVER.windows       := -static

# What the office's library has besides, and no function calls, ends the process.
define STAND_IN # platform, system, sal or cppu, further objects
$(X)/$1/$(NAME.$2.$3): tests/platforms/office/$3.c $(P)/taken $4 $(addprefix $(P)/$1/,$(OFFICE.$2))
	@mkdir -p $$(@D)
	@$(COMPILER.$1) $(filter-out -Werror,$(CFLAGS)) $(SHARED_FLAGS.$2) -c $$< -o $$@.o
	@$(TRIPLET.$1)-nm --defined-only $$@.o | awk '{ print $$$$3 }' >$$@.has
	@sed -n -E 's/^($(TAKEN.$3)[^ ]*) .*/\1/p' $(P)/taken | grep -vxFf $$@.has | \
	    sed 's/.*/__attribute__((visibility("default"))) $(if $(filter windows,$2),__declspec(dllexport)) void &(void); void &(void) { __builtin_trap(); }/' >$$@.c
	@$(COMPILER.$1) -O2 -shared $(if $(filter linux,$2),-fPIC) $$@.o $$@.c $4 -o $$@ $(call SONAME.$2,$1,$(NAME.$2.$3)) $(if $(filter windows,$2),-static)
endef

define DRIVER # platform, system
$(call STAND_IN,$1,$2,sal,)
$(call STAND_IN,$1,$2,cppu,$(X)/$1/$(NAME.$2.sal))

$(X)/$1/driver$(EXE.$2): tests/platforms/driver.c $(X)/$1/$(NAME.$2.sal) $(X)/$1/$(NAME.$2.cppu)
	@$(COMPILER.$1) $(CFLAGS) $(INCLUDE) $(SHARED_FLAGS.$2) $$^ -o $$@ $(DRIVER.$2)

$(X)/$1/called.%: $(X)/$1/driver$(EXE.$2) $(P)/$1/$(LIBRARY.$1) $(X)/names $(X)/examples $(wildcard tests/data/cases/*.tsv)
	@cp $(P)/$1/$(LIBRARY.$1) $(X)/$1
	@$(RUN.$1) $(X)/$1/driver$(EXE.$2) $(X)/$1/$(LIBRARY.$1) $$* idl/org/kenpocalc/XBudget.idl $(X)/names $(X)/examples $(wildcard tests/data/cases/*.tsv) >$$@.new
	@tr -d '\r' <$$@.new >$$@
endef
$(foreach p,$(PLATFORMS),$(eval $(call DRIVER,$p,$(call SYSTEM_OF,$p))))

.PHONY: check-platforms-quick
check-platforms-quick: $(foreach p,$(PLATFORMS),$(X)/$p/called.ja $(X)/$p/called.en-US)
	@$(foreach p,$(PLATFORMS),set -e; for l in ja en-US; do \
	    tail -n 1 $(X)/$p/called.$$l | grep -q ' functions called$$'; cmp $(X)/linux_x86_64/called.$$l $(X)/$p/called.$$l; \
	    echo "$p ($$l): $$(tail -n 1 $(X)/$p/called.$$l), to the bit as on linux_x86_64"; done;)
