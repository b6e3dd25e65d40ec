# SPDX-License-Identifier: MPL-2.0
# The tests of sharing: submission copies and intake, in a real office.

.PHONY: check-office
check-office: bundle
	@tools/packages run test
	@tests/office/check-submit
	@tests/office/check-kills 200
	@tests/office/check-intake
	@tests/office/check-machines
