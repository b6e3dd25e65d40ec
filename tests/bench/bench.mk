# How long things take, against the office's own ways, in one run. Nothing here passes or fails.
# SPDX-License-Identifier: MPL-2.0

# A season has about 1,400 submissions: make bench SUBMISSIONS=1400
SUBMISSIONS ?= 200

.PHONY: bench
bench:
	@tools/packages build run test
	@$(MAKE) --no-print-directory $(B)/kenpo-calc.oxt $(FORMS)/samples \
	    $(TEST_BUNDLE)/kenpo-test.so $(TEST_BUNDLE)/carried
	@tests/calc/run ja bench
	@tests/bench/start
	@tests/bench/submit $(FORMS)/予算書一式.ods
	@tests/bench/intake $(FORMS)/予算書一式.ods $(SUBMISSIONS)
