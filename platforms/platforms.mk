# SPDX-License-Identifier: MPL-2.0
# platforms.mk: the platforms for which the extension is made, said in this place only. A platform's
# name is the office's own word for it: description.xml and the manifest take it as it stands. What
# differs between them is the compiler, the kind of library and what stands behind system.h.
#   make platforms               builds the libraries of those whose compiler is there; says which
#   make setup NEEDS=platforms   installs the compilers

PLATFORMS := linux_x86_64 linux_aarch64 windows_x86_64

TRIPLET.linux_x86_64    := x86_64-linux-gnu
TRIPLET.linux_aarch64   := aarch64-linux-gnu
TRIPLET.windows_x86_64  := x86_64-w64-mingw32
COMPILER.linux_x86_64   := x86_64-linux-gnu-gcc
COMPILER.linux_aarch64  := aarch64-linux-gnu-gcc
COMPILER.windows_x86_64 := x86_64-w64-mingw32-gcc-posix
LIBRARY.linux_x86_64    := kenpo-calc.so
LIBRARY.linux_aarch64   := kenpo-calc-aarch64.so
LIBRARY.windows_x86_64  := kenpo-calc.dll

# Two builds give the same bytes, in whatever folder: no path and no time goes into a library.
# Small, since the code is carried three times; what counts, reads XML and sums up files all day is fast.
# No start files: C has no constructors, and glibc's own are not marked for protected branches, which
# would take the mark from the whole library (on ARM64 libgcc's arithmetic does). SECURITY.md says what
# each of it is for; tests/platforms/hardened reads it off what was built.
HOT           := addin/rules/ground/num.c addin/stored/xml.c addin/book/sha256.c
HARDENED      := -fstack-protector-strong -D_FORTIFY_SOURCE=2
BRANCHES.linux_x86_64  := -fcf-protection=full
BRANCHES.linux_aarch64 := -mbranch-protection=standard -mno-outline-atomics
NO_PATH       := -ffile-prefix-map='$(HERE)'=.
FLAGS.linux   := $(UNO) $(NO_PATH) -fPIC -fvisibility=hidden
FLAGS.windows := -D_WIN32_WINNT=0x0A00 -D__USE_MINGW_ANSI_STDIO=1 $(NO_PATH) \
                 -isystem platforms/windows -isystem /usr/include/libreoffice
LINK.linux    := -shared -nostartfiles -Wl,-z,defs,-z,relro,-z,now,-z,noexecstack,-z,separate-code -Wl,--as-needed
LINK.windows  := -shared -static -Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va
OFFICE.linux   := libuno_cppu.so libuno_sal.so
OFFICE.windows := libcppu3.a libsal3.a

P       := $(B)/platforms
SYSTEM_OF = $(firstword $(subst _, ,$1))
HAVE    := $(foreach p,$(PLATFORMS),$(if $(shell command -v $(COMPILER.$p)),$p))
NATIVE  := linux_$(shell uname -m)

# What the tests try is what is handed out, to the byte.
$(BUNDLE)/kenpo-calc.so: $(P)/$(NATIVE)/$(LIBRARY.$(NATIVE))
	@mkdir -p $(@D)
	@cp $< $@

# The office's two libraries as the linker wants to see them, since Debian has them for this machine
# only: they hold nothing but the names (and on Linux the versions) that this machine's library takes.
SAL  := (osl|rtl|sal)_
CPPU := (typelib|uno|cppu)_
$(P)/taken: $(BUNDLE)/kenpo-calc.so
	@mkdir -p $(@D)
	@objdump -T $< | sed -n 's/.*(\(UDK[^)]*\)) *\([a-zA-Z0-9_]*\)$$/\2 \1/p' | LC_ALL=C sort >$@
	@test -s $@

define IMPORT_LIBRARY # DLL, names
@mkdir -p $(@D)
@{ echo 'LIBRARY $1'; echo EXPORTS; sed -n -E 's/^($2[^ ]*) .*/    \1/p' $<; } >$(@D)/$1.def
@$(TRIPLET.windows_$*)-dlltool -m i386:x86-64 -d $(@D)/$1.def -l $@
endef
define EMPTY_LIBRARY # names
@mkdir -p $(@D)
@sed -n -E 's/^($1[^ ]*) (.*)/\3 \1;/p' $< | awk '{ names[$$1] = names[$$1] " " $$2 } \
    END { for (version in names) print version " { global:" names[version] " };" }' >$@.map
@sed -n -E 's/^($1[^ ]*) .*/void \1(void); void \1(void) {}/p' $< | $(COMPILER.linux_$*) -shared \
    -nostdlib -Wl,-soname,$(@F).3 -Wl,--version-script=$@.map -x c - -o $@
endef
$(P)/windows_%/libsal3.a: $(P)/taken
	$(call IMPORT_LIBRARY,sal3.dll,$(SAL))
$(P)/windows_%/libcppu3.a: $(P)/taken
	$(call IMPORT_LIBRARY,cppu3.dll,$(CPPU))
$(P)/linux_%/libuno_sal.so: $(P)/taken
	$(call EMPTY_LIBRARY,$(SAL))
$(P)/linux_%/libuno_cppu.so: $(P)/taken
	$(call EMPTY_LIBRARY,$(CPPU))

# A library as it is handed out is stripped; what a debugger wants stays in build/debug.
define PLATFORM
$(call FLAVOUR,platforms/$1,$(COMPILER.$1) $(CFLAGS:-O2=-Os) $(HARDENED) $(BRANCHES.$1) $(FLAGS.$2) -flto=auto,)
$(HOT:%.c=$(P)/$1/%.o): INCLUDE += -O2
$(patsubst %.c,$(P)/$1/%.o,$(call PORTED,$1,$(ADDIN))): platforms/platforms.mk

$(P)/$1/$(LIBRARY.$1): $(patsubst %.c,$(P)/$1/%.o,$(call PORTED,$1,$(ADDIN))) \
    $(if $(filter-out $(NATIVE),$1),$(addprefix $(P)/$1/,$(OFFICE.$2)))
	@echo '  link $$@'
	@mkdir -p $(B)/debug
	@$(COMPILER.$1) -Os -g -flto=auto $(HARDENED) $(BRANCHES.$1) $(NO_PATH) $(LINK.$2) $$^ -o $(B)/debug/$(LIBRARY.$1) $(if $(filter $(NATIVE),$1),$(LIBS),-lm)
	@SOURCE_DATE_EPOCH=0 $(TRIPLET.$1)-strip -o $$@ $(B)/debug/$(LIBRARY.$1)
endef
$(foreach p,$(PLATFORMS),$(eval $(call PLATFORM,$p,$(call SYSTEM_OF,$p))))

LIBRARIES := $(foreach p,$(HAVE),$(P)/$p/$(LIBRARY.$p))
LEFT_OUT  := $(foreach p,$(filter-out $(HAVE),$(PLATFORMS)),; not for $p: no $(COMPILER.$p) here (make setup NEEDS=platforms))

.PHONY: platforms
platforms: $(LIBRARIES)
	@echo "built the libraries for $(HAVE)$(LEFT_OUT)"

# The time that everything in the package carries: that of the last change
EPOCH := $(or $(SOURCE_DATE_EPOCH),$(shell git log -1 --format=%ct 2>/dev/null),315532800)
