# SPDX-License-Identifier: MPL-2.0
# The tests of the other platforms, as far as one machine with Linux can try them; tests/README.md
# says what each covers. make check runs check-platforms-quick; make check-platforms all of them.

X       := $(B)/cross
RUN.linux_x86_64   :=
RUN.linux_aarch64  := qemu-aarch64-static -L /usr/aarch64-linux-gnu
RUN.windows_x86_64 := env WINEPREFIX='$(HERE)/$(X)/wine' WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=;mshtml=' wine
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
	@$(COMPILER.$1) $(CFLAGS) $(SHARED_FLAGS.$2) -c $$< -o $$@.o
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

# The tests on the host as programs of another platform. Random tests: RANDOM_SAMPLES each.
RANDOM_SAMPLES ?= 200000
# Those that ask for POSIX itself stay on this machine.
POSIX_ONLY     := $(basename $(shell grep -lE 'unistd.h|sys/' $(TESTS:=.c)))
CROSS_TESTS    := $(filter-out $(POSIX_ONLY),$(TESTS)) $(RANDOM)
# Its files have names that Windows does not take.
NOT_ON.windows_x86_64 := tests/system/test_short
CROSS_FLAGS     = $(CFLAGS) $(POSIX) $(NO_PATH)
$(eval $(call FLAVOUR,cross/windows_x86_64,$(COMPILER.windows_x86_64) $(CROSS_FLAGS) $(FLAGS.windows) \
    -isystem $(X)/windows_x86_64/libraries/include -include tests/platforms/gmp64.h,$(filter-out $(NOT_ON.windows_x86_64),$(CROSS_TESTS))))
$(eval $(call FLAVOUR,cross/linux_aarch64,$(COMPILER.linux_aarch64) $(CROSS_FLAGS) \
    -isystem $(X)/linux_aarch64/libraries/include,$(CROSS_TESTS)))
# Those that count requests for memory; elsewhere nothing stands in malloc's way.
COUNTED        := $(basename $(shell grep -lE '"memory.h"|__wrap_malloc' $(TESTS:=.c)))
COUNT           = $(if $(filter $(addprefix %/,$(COUNTED)),$@),$(WRAPPED))
$(X)/windows_x86_64/tests/%: LINKED = -L$(X)/windows_x86_64/libraries/lib $(COUNT) -static -lcmocka -lgmp -lshell32 -lm && touch $@
$(X)/linux_aarch64/tests/%: LINKED = -L$(X)/linux_aarch64/libraries/lib -Wl,-rpath,'$(HERE)/$(X)/linux_aarch64/libraries/lib' $(COUNT) -lcmocka -l:libgmp.a -lm
$(foreach p,windows_x86_64 linux_aarch64,$(eval $(RANDOM:%=$(X)/$p/%): $(X)/$p/tests/rules/reference.o))
$(X)/%/libraries/whole:
	@echo "  cmocka and GMP for $* (some minutes, once)"
	@mkdir -p $(@D)
	@tests/platforms/libraries $* $(@D) >$(X)/libraries.$*.log 2>&1 || { tail -n 20 $(X)/libraries.$*.log; exit 1; }

define RUN_TESTS # platform, emulator, end of a program's name
$(if $(NOT_ON.$1),echo "== $1: left out $(NOT_ON.$1): its files have names that this system does not take")
set -e; for test in $(filter-out $(RANDOM) $(NOT_ON.$1),$(CROSS_TESTS)); do \
    [ $$test = tests/rules/test_cases ] && files='$(wildcard tests/data/cases/*.tsv)' || files=; \
    echo "== $1: $$test"; $2 $(X)/$1/$$test$3 $$files; done
set -e; for test in $(RANDOM); do \
    echo "== $1: $$test"; $2 $(X)/$1/$$test$3 $(RANDOM_SAMPLES) $(SEED); done
$(RUN.$1) $(X)/$1/driver$3 $(X)/$1/$(LIBRARY.$1) ja idl/org/kenpocalc/XBudget.idl $(X)/names $(X)/examples $(wildcard tests/data/cases/*.tsv) -
endef

.PHONY: check-windows check-windows-built check-arm check-arm-built check-platforms
check-windows:
	@tools/packages build run test platforms cross
	@$(MAKE) --no-print-directory $(X)/windows_x86_64/libraries/whole
	@$(MAKE) --no-print-directory check-platforms-quick check-windows-built

check-windows-built: $(addprefix $(X)/windows_x86_64/,$(filter-out $(NOT_ON.windows_x86_64),$(CROSS_TESTS)))
	@$(call RUN_TESTS,windows_x86_64,$(RUN.windows_x86_64:env=env KENPO_LIMITS_NOT_KEPT='memory time'),.exe)

check-arm:
	@tools/packages build run test platforms cross
	@$(MAKE) --no-print-directory $(X)/linux_aarch64/libraries/whole
	@$(MAKE) --no-print-directory check-platforms-quick check-arm-built

check-arm-built: $(addprefix $(X)/linux_aarch64/,$(CROSS_TESTS) kenpo-test.so) $(B)/kenpo-calc.oxt $(FORMS)/samples \
    $(TEST_BUNDLE)/carried
	@$(call RUN_TESTS,linux_aarch64,env QEMU_LD_PREFIX=/usr/aarch64-linux-gnu KENPO_LIMITS_NOT_KEPT=memory tests/platforms/arm here)
	@tests/platforms/check-arm $(X)/arm

# Every rung of the ladder, whatever another says; then what each covers, as tests/README.md has it.
RUNGS := check-platforms-quick check-windows check-arm check-newest check-excel
check-platforms:
	@begin=$$(date +%s); ended=0; MAKE='$(MAKE)' tests/lanes 1 $(RUNGS) || ended=1; echo; \
	    for rung in $(RUNGS); do sed -n "s/^| \`\($$rung\)\` | [^|]* | \([^|]*\) |.*/\1: \2/p" tests/README.md; done; \
	    echo "check-platforms: $$([ $$ended = 0 ] && echo all passed || echo FAILED, see above) in $$(($$(date +%s) - begin)) s"; exit $$ended

# The tests inside Calc for ARM64, in Debian's office for that processor.
$(eval $(call FLAVOUR,cross/linux_aarch64-calc,$(COMPILER.linux_aarch64) $(CFLAGS) $(FLAGS.linux) -Itests/calc -Itests/lib \
    -isystem $(X)/linux_aarch64/libraries/include,))

$(X)/linux_aarch64/kenpo-test.so: $(patsubst %.c,$(X)/linux_aarch64-calc/%.o,$(TEST_C) $(TEST_REUSED)) $(P)/linux_aarch64/$(LIBRARY.linux_aarch64)
	@echo '  link $@'
	@$(COMPILER.linux_aarch64) -shared $(filter %.o,$^) -o $@ -L$(X)/linux_aarch64/libraries/lib \
	    $(addprefix $(P)/linux_aarch64/,$(OFFICE.linux)) -lcmocka -lm
$(X)/linux_aarch64-calc/tests/calc/signatures.o: $(MADE)/calls.inc
