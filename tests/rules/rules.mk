# The tests of the rules on the host, without an office. Included from the Makefile.
# SPDX-License-Identifier: MPL-2.0

SANITIZE   := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all
UNIT_TESTS := $(patsubst tests/rules/%.c,%,$(wildcard tests/rules/test_*.c))
TEST_PARTS := tools/interpret.c tests/rules/cells.c
CASES      := $(wildcard tests/data/cases/*.tsv)

$(B)/check/%.o: %.c
	@mkdir -p $(@D)
	@$(CC) -std=c17 $(WARN) $(SANITIZE) $(INCLUDE) -Itests/rules -Itools -MMD -MP -c $< -o $@

$(B)/check/%: $(B)/check/tests/rules/%.o $(patsubst %.c,$(B)/check/%.o,$(TEST_PARTS) $(TABLE) $(RULES))
	@echo '  link $@'
	@$(CC) $(SANITIZE) $^ -o $@ -lcmocka -lm

.SECONDARY:
.PHONY: check-unit check-rules check-random coverage coverage-report
check-unit: $(addprefix $(B)/check/,$(UNIT_TESTS))
	@set -e; for test in $(UNIT_TESTS); do \
	    [ $$test = test_cases ] && files='$(CASES)' || files=; \
	    $(B)/check/$$test $$files; done

# The rules against an independent exact computation, optimised and without sanitizers.
SAMPLES      ?= 1000000
# The same seed every time, so that the suite is; another one by SEED=.
SEED         ?= 20150116
RANDOM_TESTS := $(patsubst tests/rules/%.c,%,$(wildcard tests/rules/random_*.c))

$(B)/random/%.o: %.c
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(INCLUDE) -Itests/rules -Itools -MMD -MP -c $< -o $@

$(B)/random/%: $(B)/random/tests/rules/%.o $(patsubst %.c,$(B)/random/%.o,tests/rules/reference.c $(RULES))
	@echo '  link $@'
	@$(CC) $^ -o $@ -lgmp -lm

check-random: $(addprefix $(B)/random/,$(RANDOM_TESTS))
	@set -e; for test in $(RANDOM_TESTS); do $(B)/random/$$test $(SAMPLES) $(SEED); done

check-rules: check-unit check-random

# Branch coverage of the rules and of the table of functions, as the host can reach them.
$(B)/coverage/%.o: %.c
	@mkdir -p $(@D)
	@$(CC) -std=c17 -O0 -g --coverage $(INCLUDE) -Itests/rules -Itools -MMD -MP -c $< -o $@

$(B)/coverage/%: $(B)/coverage/tests/rules/%.o $(patsubst %.c,$(B)/coverage/%.o,$(TEST_PARTS) tests/rules/reference.c $(TABLE) $(RULES))
	@$(CC) --coverage $^ -o $@ -lcmocka -lgmp -lm

coverage:
	@tools/packages build test coverage
	@$(MAKE) --no-print-directory coverage-report

coverage-report: $(addprefix $(B)/coverage/,$(UNIT_TESTS) $(RANDOM_TESTS))
	@find $(B)/coverage -name '*.gcda' -delete
	@set -e; for test in $(UNIT_TESTS); do \
	    [ $$test = test_cases ] && files='$(CASES)' || files=; \
	    $(B)/coverage/$$test $$files >/dev/null 2>&1; done
	@set -e; for test in $(RANDOM_TESTS); do $(B)/coverage/$$test 20000 1 >/dev/null; done
	@gcovr --root . --object-directory $(B)/coverage --filter addin/rules/ --filter addin/calc/ \
	    --branches --exclude-unreachable-branches --exclude-throw-branches --print-summary

# The other compiler must understand everything as well, with the same warnings.
.PHONY: check-clang
check-clang:
	@clang -fsyntax-only $(CFLAGS) $(INCLUDE) $(UNO) $(ADDIN) && echo "clang accepts $(words $(ADDIN)) files"
