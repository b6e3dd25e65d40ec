# SPDX-License-Identifier: MPL-2.0
# The tests of sharing: submission copies and intake, in a real office.

TEST_FORMULA := tests/office/test_formula.c addin/office/formula.c addin/office/buffer.c $(TABLE) $(RULES)

$(B)/check/test_formula: $(TEST_FORMULA)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) -D_GNU_SOURCE $(INCLUDE) -Iaddin/office -Iaddin/uno -fsanitize=address,undefined $(TEST_FORMULA) -o $@ -lcmocka -lm

$(B)/check/test_tags: tests/office/test_tags.c addin/office/tags.c addin/office/tags.h
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) -Iaddin/office -fsanitize=address,undefined $(filter %.c,$^) -o $@ -lcmocka

.PHONY: check-office
check-office: bundle $(FORMS)/samples $(B)/check/test_formula $(B)/check/test_tags
	@tools/packages run test
	@$(B)/check/test_formula
	@$(B)/check/test_tags
	@tests/office/check-submit
	@tests/office/check-kills 200
	@tests/office/check-intake
	@tests/office/check-menu
	@tests/office/check-machines
	@tests/office/check-samples $(FORMS)/*.ods
