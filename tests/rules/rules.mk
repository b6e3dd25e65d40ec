# The tests on the host, without an office: tests/*/test_*.c, of whatever needs none, under the
# sanitizers; and the rules against an independent exact computation (random_*.c).
# SPDX-License-Identifier: MPL-2.0

CASES   := $(wildcard tests/data/cases/*.tsv)
# The same seed every time, so that the suite is; another one by SEED=.
SAMPLES ?= 1000000
SEED    ?= 20150116

$(RANDOM:%=$(B)/host/%): $(B)/host/tests/rules/reference.o
$(RANDOM:%=$(B)/coverage/%): $(B)/coverage/tests/rules/reference.o

# run-tests FLAVOUR: every program of tests, test_cases with its tables
run_tests = set -e; for test in $(TESTS); do \
    case $$test in */test_cases) files='$(CASES)' ;; *) files= ;; esac; $(B)/$1/$$test $$files; done

.SECONDARY:
.PHONY: check-unit check-rules check-random coverage coverage-report
check-unit: $(TESTS:%=$(B)/check/%) $(B)/write-parameters
	@$(call run_tests,check)
	@tests/rules/check-parameters $(B)/write-parameters

check-random: $(RANDOM:%=$(B)/host/%)
	@set -e; for test in $^; do $$test $(SAMPLES) $(SEED); done

check-rules: check-unit check-random

# Branch coverage of the rules and of the table of functions, as the host can reach them.
coverage:
	@tools/packages build test coverage
	@$(MAKE) --no-print-directory coverage-report

coverage-report: $(addprefix $(B)/coverage/,$(TESTS) $(RANDOM))
	@find $(B)/coverage -name '*.gcda' -delete
	@{ $(call run_tests,coverage); } >/dev/null 2>&1
	@set -e; for test in $(RANDOM); do $(B)/coverage/$$test 20000 1 >/dev/null; done
	@gcovr --root . --object-directory $(B)/coverage --filter addin/rules/ --filter addin/calc/ \
	    --filter addin/system/ --branches --exclude-unreachable-branches --exclude-throw-branches --print-summary
