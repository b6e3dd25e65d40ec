# SPDX-License-Identifier: MPL-2.0
# The tests of the package.

.PHONY: check-package
check-package:
	@tools/packages build run test
	@$(MAKE) --no-print-directory $(B)/kenpo-calc.oxt
	@tests/package/check $(B)/kenpo-calc.oxt $(VERSION) $(HAVE)

