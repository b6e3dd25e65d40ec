# SPDX-License-Identifier: MPL-2.0
# platforms.mk: the platforms for which the extension is made, said in this place only. A platform's
# name is the office's own word for it: description.xml and the manifest take it as it stands. What
# differs between them is the compiler, the kind of library and one file of addin/system.
#   make platforms   builds the library of each platform whose compiler is there, and says which
#   make compilers   installs the compilers that are missing

PLATFORMS := linux_x86_64 linux_aarch64

TRIPLET.linux_x86_64    := x86_64-linux-gnu
TRIPLET.linux_aarch64   := aarch64-linux-gnu
TRIPLET.windows_x86_64  := x86_64-w64-mingw32
COMPILER.linux_x86_64   := x86_64-linux-gnu-gcc
COMPILER.linux_aarch64  := aarch64-linux-gnu-gcc
COMPILER.windows_x86_64 := x86_64-w64-mingw32-gcc-posix
LIBRARY.linux_x86_64    := kenpo-calc.so
LIBRARY.linux_aarch64   := kenpo-calc-aarch64.so
LIBRARY.windows_x86_64  := kenpo-calc.dll

# Two builds give the same bytes, in whatever folder: no time, no path goes into a library.
SAME_BYTES := -ffile-prefix-map=$(CURDIR)=.

USES.linux     := $(UNO) $(SAME_BYTES) -fPIC -fvisibility=hidden
USES.windows   := -D_WIN32_WINNT=0x0A00 -D__USE_MINGW_ANSI_STDIO=1 $(SAME_BYTES) \
                  -isystem platforms/windows -isystem /usr/include/libreoffice
LINK.linux     := -shared -Wl,-z,defs -Wl,--as-needed
LINK.windows   := -shared -static-libgcc -Wl,--no-insert-timestamp
SOURCE.linux   := $(ADDIN)
SOURCE.windows := $(ADDIN:addin/system/posix.c=addin/system/windows.c)
NEEDS.linux    := libuno_cppu.so libuno_sal.so
NEEDS.windows  := libcppu3.a libsal3.a

P      := $(B)/platforms
HAVE   := $(foreach p,$(PLATFORMS),$(if $(shell command -v $(COMPILER.$p)),$p))
system  = $(firstword $(subst _, ,$1))

# The office's two libraries as the linker wants to see them: Debian has them for this machine's
# processor only, and not at all for Windows.
$(P)/windows_%/libsal3.a: platforms/sal3.def
	@mkdir -p $(@D)
	@$(TRIPLET.windows_$*)-dlltool -m i386:x86-64 -d $< -l $@

$(P)/windows_%/libcppu3.a: platforms/cppu3.def
	@mkdir -p $(@D)
	@$(TRIPLET.windows_$*)-dlltool -m i386:x86-64 -d $< -l $@

$(P)/UDK: platforms/platforms.mk
	@mkdir -p $(@D)
	@echo 'UDK_3_0_0 { global: *; };' >$@

define stand_in
	@mkdir -p $(@D)
	@sed -n 's/^    \(.*\)/void \1(void); void \1(void) {}/p' $< | \
	    $(COMPILER.linux_$*) -shared -nostdlib -Wl,-soname,$1 -Wl,--version-script=$(P)/UDK -x c - -o $@
endef
$(P)/linux_%/libuno_sal.so: platforms/sal3.def $(P)/UDK
	$(call stand_in,libuno_sal.so.3)

$(P)/linux_%/libuno_cppu.so: platforms/cppu3.def $(P)/UDK
	$(call stand_in,libuno_cppu.so.3)

# A library as it is handed out is stripped; what a debugger wants lies beside it as NAME.debug.
define platform
$(P)/$1/%.o: %.c | $(MADE)/kenpo/parameter_id.h
	@mkdir -p $$(@D)
	@echo '  $1  $$<'
	@$(COMPILER.$1) $(CFLAGS) $(INCLUDE) $(USES.$2) -flto=auto -MMD -MP -c $$< -o $$@

$(P)/$1/$(LIBRARY.$1): $(patsubst %.c,$(P)/$1/%.o,$(SOURCE.$2)) $(addprefix $(P)/$1/,$(NEEDS.$2))
	@echo '  link $$@'
	@$(COMPILER.$1) -O2 -g -flto=auto $(SAME_BYTES) $(LINK.$2) $$^ -o $$@.debug -lm
	@$(TRIPLET.$1)-strip -o $$@ $$@.debug
endef
$(foreach p,$(PLATFORMS),$(eval $(call platform,$p,$(call system,$p))))

LIBRARIES := $(foreach p,$(HAVE),$(P)/$p/$(LIBRARY.$p))

.PHONY: platforms compilers
platforms: $(LIBRARIES)
	@$(foreach p,$(PLATFORMS),echo '$p: $(if $(filter $p,$(HAVE)),$(P)/$p/$(LIBRARY.$p),left out: there is no $(COMPILER.$p) (make compilers installs it))';)

compilers:
	@tools/packages build platforms
