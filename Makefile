# Kenpo Calc. `make demo` shows it at work, `make check` runs every test; see README.md.
# SPDX-License-Identifier: MPL-2.0

VERSION := 0.1.0
B       := build
MADE    := $(B)/generated
OFFICE  := /usr/lib/libreoffice
CC      := gcc
export PYTHONPATH := $(CURDIR)/tests
# For the shell between '': the folder's name may hold a blank, #, %, Japanese, even a '
HERE    := $(subst ','\'',$(CURDIR))
WARN    := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-missing-field-initializers -Werror
CFLAGS  := -std=c17 -O2 -g $(WARN)
DEFINE  := -DKENPO_VERSION='"$(VERSION)"'
INCLUDE := $(DEFINE) -Iaddin -Iinclude -I$(MADE)
UNO     := -DLINUX -DUNX -D_GNU_SOURCE -isystem /usr/include/libreoffice
LIBS    := -L$(OFFICE)/sdk/lib -luno_cppu -luno_sal -lm

BUNDLE  := $(B)/bundle/kenpo-calc
CARRIES := $(MADE)/carry/table.c
RULES   := $(wildcard addin/rules/*.c addin/rules/*/*.c) $(MADE)/rules/parameter_table.c
TABLE   := $(filter-out addin/calc/budget.c addin/calc/foreign.c,$(wildcard addin/calc/*.c))
ADDIN   := $(RULES) $(CARRIES) $(wildcard $(addprefix addin/,$(addsuffix /*.c,calc uno system stored stored/* book form submit carry import import/table intake intake/apart intake/kept panel commands)))
# What needs no office; what the programs of build and tests share
PLAIN   := $(RULES) $(TABLE) $(wildcard addin/system/*.c) $(addprefix addin/book/,formula.c sha256.c) \
    $(filter-out %/archive.c %/read.c,$(wildcard addin/stored/*.c addin/stored/*/*.c)) \
    $(wildcard addin/import/table/*.c) addin/form/looks.c addin/form/rows.c addin/form/print.c $(addprefix addin/intake/,result.c pile.c siblings.c apart/worker.c kept/called.c crew.c)
# The same on the system of a flavour
PORTED   = $(if $(findstring windows,$1),$(patsubst addin/system/posix.c,$(wildcard addin/system/windows/*.c),$2),$2)
SHARED  := tools/interpret.c $(wildcard tests/lib/*.c)

.PHONY: all setup missing demo check clean
all: missing
	@$(MAKE) --no-print-directory -j$(CORES) $(B)/kenpo-calc.oxt

# The Debian packages that building, running and testing need; `make` alone installs nothing.
CORES   := $(shell nproc)
NEEDS   := build run test platforms emulators
setup:
	@tools/packages $(NEEDS)

missing:
	@tools/packages --missing build run

demo:
	@$(MAKE) --no-print-directory setup NEEDS='build run'
	@$(MAKE) --no-print-directory -j$(CORES) $(B)/kenpo-calc.oxt $(FORMS)/filled/予算書見本.fods
	@tools/demo

# In two lanes side by side; the longest come first.
PARTS := check-kills check-intake check-menu check-forms check-submit check-samples check-copies check-names check-calc check-rules \
    check-carry check-importing check-season check-machines check-hostile-one style check-panel check-paths check-package check-platforms-quick
check: setup
	@$(MAKE) --no-print-directory -j$(CORES) $(B)/kenpo-calc.oxt $(FORMS)/samples check-clang \
	    $(TESTS:%=$(B)/check/%) $(RANDOM:%=$(B)/host/%) $(TEST_BUNDLE)/kenpo-test.so $(TEST_BUNDLE)/carried
	@begin=$$(date +%s); MAKE='$(MAKE)' tests/lanes 2 $(PARTS) && \
	    echo && echo "check: all passed in $$(($$(date +%s) - begin)) s"

clean:
	rm -rf $(B)

# ------------------------------------------------------------------------ compiling

# FLAVOUR folder, compiler and flags, programs: the same sources as objects of their own; what needs
# no office as an archive, from which each program of that flavour takes what it uses.
define FLAVOUR
$(B)/$1/%.o: %.c | $(MADE)/kenpo/parameter_id.h
	@mkdir -p $$(@D)
	@echo '  cc   $$<$(if $(filter so,$1),, ($1))'
	@$2 $$(INCLUDE) -MMD -MP -c $$< -o $$@

$(B)/$1/plain.a: $(patsubst %.c,$(B)/$1/%.o,$(call PORTED,$1,$(PLAIN)))
$(B)/$1/shared.a: $(SHARED:%.c=$(B)/$1/%.o)
$(B)/$1/%.a:
	@rm -f $$@
	@$$(AR) rcs $$@ $$^

$(if $3,$(3:%=$(B)/$1/%): $(B)/$1/%: $(B)/$1/%.o $(B)/$1/shared.a $(B)/$1/plain.a
	@echo '  link $$@'
	@$2 $$(GROUP) -o $$@ $$(LINKED))
endef

comma := ,
# What programs are linked with: the build's own, and those of the tests. The archives need each other.
GROUP   = -Wl,--start-group $^ -Wl,--end-group
$(B)/host/tools/%: LINKED = -lxml2 -lm
$(addprefix $(B)/,$(addsuffix /tests/%,host check coverage)): LINKED = -Wl,--as-needed -lcmocka -lgmp -lm
WRAPPED := $(addprefix -Wl$(comma)--wrap=,malloc calloc realloc)
$(B)/check/tests/% $(B)/coverage/tests/%: LINKED += $(WRAPPED)

BUILD  := tools/write-registry tools/write-reference tools/write-checks
TESTS  := $(basename $(wildcard tests/*/test_*.c))
RANDOM := $(basename $(wildcard tests/rules/random_*.c))
POSIX  := -D_GNU_SOURCE -Itests/lib -Itests/rules -Itools
SANE   := -fsanitize=address,undefined -fno-sanitize-recover=all
$(eval $(call FLAVOUR,so,$(CC) $(CFLAGS) $(UNO) -fPIC -flto=auto -fvisibility=hidden,))
$(eval $(call FLAVOUR,clang,clang $(CFLAGS:-O2=-O0) $(UNO),))
$(eval $(call FLAVOUR,host,$(CC) $(CFLAGS) $(POSIX) -I/usr/include/libxml2,$(BUILD) $(RANDOM)))
$(eval $(call FLAVOUR,check,$(CC) -std=c17 $(WARN) -O1 -g $(SANE) $(POSIX),$(TESTS)))
$(eval $(call FLAVOUR,coverage,$(CC) -std=c17 -O0 -g --coverage $(POSIX),$(TESTS) $(RANDOM)))

include platforms/platforms.mk

# The parameters of a year, from the table that everybody can read
FROM_TABLE := tools/write-parameters.c addin/rules/ground/num.c addin/rules/ground/unit.c
$(B)/write-parameters: $(FROM_TABLE) $(addprefix include/kenpo/,num.h status.h unit.h year.h)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(DEFINE) -Iaddin -Iinclude $(FROM_TABLE) -o $@ -lm

$(MADE)/kenpo/parameter_id.h $(MADE)/rules/parameter_table.c &: $(B)/write-parameters addin/rules/parameters.tsv
	@mkdir -p $(MADE)/kenpo $(MADE)/rules
	@echo '  made $(MADE)/kenpo/parameter_id.h $(MADE)/rules/parameter_table.c'
	@$^ $(MADE)/kenpo/parameter_id.h $(MADE)/rules/parameter_table.c

# What new forms take over from filled ones, by names of cells
$(CARRIES): tools/write-carry addin/carry/carry.tsv
	@mkdir -p $(@D)
	@echo '  made $@'
	@$^ $@

$(BUNDLE)/kenpo-calc.rdb: $(wildcard idl/org/kenpocalc/*.idl)
	@mkdir -p $(@D)
	@echo '  idl  $@'
	@$(OFFICE)/sdk/bin/unoidl-write $(OFFICE)/program/types.rdb $(OFFICE)/program/types/offapi.rdb idl $@

# ------------------------------------------- what the build writes from the table

$(BUNDLE)/CalcAddIns.xcu: $(B)/host/tools/write-registry
	@mkdir -p $(@D)
	@$< $@

$(BUNDLE)/reference/functions.%.html: $(B)/host/tools/write-reference
	@mkdir -p $(@D)
	@$< $* $@

# -------------------------------------------------------------- the extension

CARRIED := $(shell find addin/package -type f)

$(BUNDLE)/carried: $(CARRIED) LICENSE Makefile tools/dress
	@mkdir -p $(@D)
	@cp -R addin/package/. $(BUNDLE)
	@cp LICENSE $(BUNDLE)
	@tools/dress $(BUNDLE) $(VERSION) $(NATIVE)=kenpo-calc.so
	@rsvg-convert -w 42 -h 42 addin/package/icons/kenpo-calc.svg -o $(BUNDLE)/icons/kenpo-calc.png
	@rsvg-convert -w 24 -h 24 addin/package/icons/kenpo-calc.svg -o $(BUNDLE)/icons/side.png
	@touch $@

BUNDLED := $(BUNDLE)/kenpo-calc.so $(BUNDLE)/kenpo-calc.rdb $(BUNDLE)/CalcAddIns.xcu $(BUNDLE)/carried \
    $(BUNDLE)/reference/functions.ja.html $(BUNDLE)/reference/functions.en.html

.PHONY: bundle
bundle: $(BUNDLED)

$(B)/kenpo-calc.oxt: $(BUNDLED) $(LIBRARIES) tools/pack
	@SOURCE_DATE_EPOCH=$(EPOCH) tools/pack $@ $(BUNDLE) $(VERSION) $(join $(addsuffix =,$(HAVE)),$(LIBRARIES))
	@echo "built $@ for $(HAVE)$(LEFT_OUT)"

# What is handed out; see tools/dist.
.PHONY: dist
dist:
	@$(MAKE) --no-print-directory setup NEEDS='build run platforms'
	@$(MAKE) --no-print-directory -j$(CORES) $(B)/kenpo-calc.oxt dist-built

.PHONY: dist-built
dist-built: $(B)/kenpo-calc.oxt
	@tools/dist $(VERSION) '$(strip $(PLATFORMS))' '$(strip $(HAVE))'

# ---------------------------------------------------------------- installing

# The extension goes into the user's office (as root: into everybody's), the commands kenpo-submit,
# kenpo-intake, kenpo-carry, kenpo-import and kenpo-values below PREFIX, together with a copy of the extension for their own offices.
PREFIX := $(if $(filter 0,$(shell id -u)),/usr/local,$(HOME)/.local)
PLACE   = $(DESTDIR)$(PREFIX)

.PHONY: install uninstall
install:
	@$(MAKE) --no-print-directory setup NEEDS='build run'
	@$(MAKE) --no-print-directory -j$(CORES) $(B)/kenpo-calc.oxt
	@install -d $(PLACE)/bin $(PLACE)/lib/kenpo-calc
	@rm -rf $(PLACE)/lib/kenpo-calc/bundle
	@install -d $(PLACE)/lib/kenpo-calc/bundle
	@cp -R $(BUNDLE) $(PLACE)/lib/kenpo-calc/bundle
	@install -m 755 tools/office $(PLACE)/lib/kenpo-calc/office
	@install -m 644 bin/common.sh $(PLACE)/lib/kenpo-calc/common.sh
	@install -m 755 bin/kenpo-submit bin/kenpo-intake bin/kenpo-carry bin/kenpo-compare bin/kenpo-import bin/kenpo-values $(PLACE)/bin
	@[ -n "$(DESTDIR)" ] || unopkg add --force --suppress-license $(if $(filter 0,$(shell id -u)),--shared) $(B)/kenpo-calc.oxt
	@echo "installed; the commands are $(PREFIX)/bin/kenpo-submit, kenpo-intake, kenpo-carry, kenpo-compare, kenpo-import and kenpo-values"

uninstall:
	@rm -rf $(PLACE)/lib/kenpo-calc $(addprefix $(PLACE)/bin/kenpo-,submit intake carry compare import values)
	@[ -n "$(DESTDIR)" ] || unopkg remove $(if $(filter 0,$(shell id -u)),--shared) org.kenpocalc

include $(wildcard templates/*.mk tests/*/*.mk)

-include $(shell find $(B) -path $(B)/newest -prune -o -path $(B)/cross/arm -prune -o -name '*.d' -type f -print 2>/dev/null)
