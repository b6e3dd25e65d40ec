# SPDX-License-Identifier: MPL-2.0
# The same package, not built again, in LibreOffice 25.2 (a Debian trixie in build/newest) and 26.8
# (trixie with its backports), made on the first run and kept. An ordinary user needs sudo for it.

.PHONY: check-newest check-newest-built
check-newest:
	@tools/packages build run test newest excel
	@$(MAKE) --no-print-directory check-newest-built

check-newest-built: $(B)/kenpo-calc.oxt $(TEST_BUNDLE)/kenpo-test.so $(TEST_BUNDLE)/carried \
    $(B)/forms/filled/予算書一式.fods $(FORMS)/samples $(VALIDATOR)
	@tests/newest/check 25.2
	@tests/newest/check 26.8
