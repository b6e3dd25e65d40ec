# Tests with cmocka inside a real Calc.
# SPDX-License-Identifier: MPL-2.0

TEST_BUNDLE := $(B)/bundle/kenpo-test
TEST_C      := $(wildcard tests/calc/*.c) tests/bench/bench.c tests/lib/table.c
TEST_REUSED := $(filter-out addin/uno/language.c,$(wildcard addin/uno/*.c)) $(TABLE) $(RULES) \
    $(wildcard addin/stored/*.c addin/stored/*/*.c addin/system/*.c)

# Each call into the office that the sources make: {"text.XTextRange::setString", "s"},
$(MADE)/calls.inc: $(ADDIN)
	@mkdir -p $(@D)
	@cat $^ | tr '\n' ' ' | grep -oE '"([a-z]+\.)+X[A-Za-z0-9]*::[A-Za-z0-9]*", *"[^":]*"' | LC_ALL=C sort -u | sed 's/.*/{&},/' >$@

$(B)/so/tests/calc/signatures.o: $(MADE)/calls.inc

$(B)/so/tests/%.o: INCLUDE += -Itests/calc -Itests/lib

$(TEST_BUNDLE)/kenpo-test.so: $(TEST_C:%.c=$(B)/so/%.o) $(TEST_REUSED:%.c=$(P)/$(NATIVE)/%.o)
	@mkdir -p $(@D)
	@echo '  link $@'
	@$(CC) -O2 -flto=auto -shared -Wl,-z,defs $^ -o $@ $(LIBS) -lcmocka

$(TEST_BUNDLE)/carried: $(shell find tests/calc/package -type f)
	@mkdir -p $(@D)
	@cp -R tests/calc/package/. $(TEST_BUNDLE)
	@touch $@

# The groups run in an office in Japanese; what depends on the language, in English as well.
STORED := $(B)/stored/list.tsv
$(STORED): tests/calc/stored.py $(FORMS)/templates
	@python3 -W ignore $< $(@D)
	@for form in $(BUNDLE)/templates/kenpo/*.ots; do printf '0\t%s\n' '$(HERE)'/"$$form"; done >>$@

.PHONY: check-calc check-stored
check-stored: $(BUNDLED) $(TEST_BUNDLE)/kenpo-test.so $(TEST_BUNDLE)/carried $(STORED)
	@KENPO_STORED=$(STORED) tests/calc/run ja stored

check-calc: check-stored
check-calc: $(BUNDLED) $(TEST_BUNDLE)/kenpo-test.so $(TEST_BUNDLE)/carried
	@tests/calc/run ja contract,signatures,cases,bad-input,dates
	@tests/calc/run en-US contract,cases,bad-input,dates
	@tests/calc/run ja memory
	@tests/calc/check-api $(OFFICE) $(BUNDLE)
