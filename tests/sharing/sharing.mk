# SPDX-License-Identifier: MPL-2.0
# The tests of sharing: submission copies and intake, in a real office.

TEST_FORMULA := tests/sharing/test_formula.c addin/book/formula.c addin/system/buffer.c $(TABLE) $(RULES)

$(B)/check/test_formula: $(TEST_FORMULA)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) -D_GNU_SOURCE $(INCLUDE) -fsanitize=address,undefined $(TEST_FORMULA) -o $@ -lcmocka -lm

$(B)/check/test_tags: tests/sharing/test_tags.c addin/system/tags.c addin/system/tags.h
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(INCLUDE) -fsanitize=address,undefined $(filter %.c,$^) -o $@ -lcmocka

.PHONY: check-office
check-office: bundle $(FORMS)/samples $(B)/check/test_formula $(B)/check/test_tags
	@tools/packages run test
	@$(B)/check/test_formula
	@$(B)/check/test_tags
	@tests/sharing/check-submit
	@tests/sharing/check-kills 200
	@tests/sharing/check-intake
	@tests/sharing/check-menu
	@tests/sharing/check-machines
	@tests/sharing/check-samples $(FORMS)/*.ods
