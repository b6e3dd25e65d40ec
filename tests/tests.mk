# The tests of the rules on the host, without an office. Included from the Makefile.
# SPDX-License-Identifier: MPL-2.0

SANITIZE   := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all
UNIT_TESTS := $(patsubst tests/rules/%.c,%,$(wildcard tests/rules/test_*.c))
TEST_PARTS := tests/rules/formula.c tests/rules/cells.c
CASES      := $(wildcard tests/cases/*.tsv)

$(B)/check/%.o: %.c
	@mkdir -p $(@D)
	@$(CC) -std=c17 $(WARN) $(SANITIZE) $(INCLUDE) -Itests/rules -Iaddin/rules -MMD -MP -c $< -o $@

$(B)/check/%: $(B)/check/tests/rules/%.o $(patsubst %.c,$(B)/check/%.o,$(TEST_PARTS) $(TABLE) $(RULES))
	@echo '  link $@'
	@$(CC) $(SANITIZE) $^ -o $@ -lcmocka -lm

.SECONDARY:
.PHONY: check-unit check-rules check-random coverage
check-unit: $(addprefix $(B)/check/,$(UNIT_TESTS))
	@set -e; for test in $(UNIT_TESTS); do \
	    [ $$test = test_cases ] && files='$(CASES)' || files=; \
	    $(B)/check/$$test $$files; done
