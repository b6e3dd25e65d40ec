# Kenpo Calc. `make demo` shows it at work, `make check` runs every test; see README.md.
# SPDX-License-Identifier: MPL-2.0

VERSION := 0.1.0
OFFICE  := /usr/lib/libreoffice
CC      := gcc
WARN    := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-missing-field-initializers -Werror
CFLAGS  := -std=c17 -O2 -g $(WARN)
DEFINE  := -DKENPO_VERSION='"$(VERSION)"'
INCLUDE := $(DEFINE) -Iaddin -Iinclude
UNO     := -DLINUX -DUNX -D_GNU_SOURCE -isystem /usr/include/libreoffice
LIBS    := -L$(OFFICE)/sdk/lib -luno_cppu -luno_sal -lm

B       := build
BUNDLE  := $(B)/bundle/kenpo-calc
RULES   := $(wildcard addin/rules/*.c addin/rules/*/*.c)
TABLE   := $(filter-out addin/calc/budget.c,$(wildcard addin/calc/*.c))
ADDIN   := $(RULES) $(wildcard $(addprefix addin/,$(addsuffix /*.c,calc uno system book submit intake commands)))

# `make` builds the extension; `make demo` and `make check` do all their own preparation.
.PHONY: all demo check
all:
	@tools/packages build run
	@$(MAKE) --no-print-directory $(B)/kenpo-calc.oxt

demo:
	@tools/packages build run
	@$(MAKE) --no-print-directory $(B)/kenpo-calc.oxt $(FORMS)/filled/予算書見本.fods
	@tools/demo

CHECKS := check-clang check-rules check-calc check-forms check-office check-package
check:
	@tools/packages build run test
	@$(MAKE) --no-print-directory $(B)/kenpo-calc.oxt
	@set -e; for part in $(CHECKS); do \
	    echo; echo "==== $$part"; $(MAKE) --no-print-directory $$part; done
	@echo; echo "check: all passed ($(CHECKS))"

.PHONY: clean
clean:
	rm -rf $(B)

# ---------------------------------------------------------------- the library

$(B)/so/%.o: %.c
	@mkdir -p $(@D)
	@echo '  cc   $<'
	@$(CC) $(CFLAGS) $(INCLUDE) $(UNO) -fPIC -flto=auto -fvisibility=hidden -MMD -MP -c $< -o $@

$(BUNDLE)/kenpo-calc.so: $(ADDIN:%.c=$(B)/so/%.o)
	@mkdir -p $(@D)
	@echo '  link $@'
	@$(CC) -O2 -flto=auto -shared -Wl,-z,defs -Wl,--as-needed $^ -o $@ $(LIBS)

$(BUNDLE)/kenpo-calc.rdb: $(wildcard idl/org/kenpocalc/*.idl)
	@mkdir -p $(@D)
	@echo '  idl  $@'
	@$(OFFICE)/sdk/bin/unoidl-write $(OFFICE)/program/types.rdb $(OFFICE)/program/types/offapi.rdb idl $@

# ------------------------------------------- what the build writes from the table

$(B)/host/%.o: %.c
	@mkdir -p $(@D)
	@echo '  cc   $< (build program)'
	@$(CC) $(CFLAGS) $(INCLUDE) -Itools -I/usr/include/libxml2 -MMD -MP -c $< -o $@

$(B)/write-registry: $(patsubst %.c,$(B)/host/%.o,tools/write-registry.c $(TABLE) $(RULES))
	@$(CC) $^ -o $@ -lxml2 -lm

$(BUNDLE)/CalcAddIns.xcu: $(B)/write-registry
	@mkdir -p $(@D)
	@$< $@

$(B)/write-reference: $(patsubst %.c,$(B)/host/%.o,tools/write-reference.c tools/interpret.c $(TABLE) $(RULES))
	@$(CC) $^ -o $@ -lxml2 -lm

$(BUNDLE)/reference/functions.%.html: $(B)/write-reference
	@mkdir -p $(@D)
	@$< $* $@

# -------------------------------------------------------------- the extension

CARRIED := $(shell find addin/package -type f)

$(BUNDLE)/carried: $(CARRIED) LICENSE Makefile
	@mkdir -p $(@D)
	@cp -R addin/package/. $(BUNDLE)
	@cp LICENSE $(BUNDLE)
	@sed -i 's/@VERSION@/$(VERSION)/' $(BUNDLE)/description.xml
	@rsvg-convert -w 42 -h 42 addin/package/icons/kenpo-calc.svg -o $(BUNDLE)/icons/kenpo-calc.png
	@touch $@

BUNDLED := $(BUNDLE)/kenpo-calc.so $(BUNDLE)/kenpo-calc.rdb $(BUNDLE)/CalcAddIns.xcu $(BUNDLE)/carried \
    $(BUNDLE)/reference/functions.ja.html $(BUNDLE)/reference/functions.en.html

.PHONY: bundle
bundle: $(BUNDLED)

$(B)/kenpo-calc.oxt: $(BUNDLED)
	@rm -f $@
	@cd $(BUNDLE) && find . -type f ! -name carried | LC_ALL=C sort | zip -q -X -@ $(CURDIR)/$@
	@echo "built $@"

# ---------------------------------------------------------------- installing

# The extension goes into the user's office (as root: into everybody's), the commands kenpo-submit
# and kenpo-intake below PREFIX, together with a copy of the extension for their own offices.
PREFIX := $(if $(filter 0,$(shell id -u)),/usr/local,$(HOME)/.local)
PLACE   = $(DESTDIR)$(PREFIX)

.PHONY: install uninstall
install: all
	@install -d $(PLACE)/bin $(PLACE)/lib/kenpo-calc
	@rm -rf $(PLACE)/lib/kenpo-calc/bundle
	@cp -R $(B)/bundle $(PLACE)/lib/kenpo-calc/bundle
	@install -m 755 tools/office $(PLACE)/lib/kenpo-calc/office
	@install -m 644 bin/common.sh $(PLACE)/lib/kenpo-calc/common.sh
	@install -m 755 bin/kenpo-submit bin/kenpo-intake $(PLACE)/bin
	@[ -n "$(DESTDIR)" ] || unopkg add --force --suppress-license $(if $(filter 0,$(shell id -u)),--shared) $(B)/kenpo-calc.oxt
	@echo "installed; the commands are $(PREFIX)/bin/kenpo-submit and kenpo-intake"

uninstall:
	@rm -rf $(PLACE)/lib/kenpo-calc $(PLACE)/bin/kenpo-submit $(PLACE)/bin/kenpo-intake
	@[ -n "$(DESTDIR)" ] || unopkg remove $(if $(filter 0,$(shell id -u)),--shared) org.kenpocalc

include $(wildcard platforms/*.mk templates/*.mk tests/*/*.mk)

-include $(shell find $(B) -path $(B)/newest -prune -o -name '*.d' -type f -print 2>/dev/null)
