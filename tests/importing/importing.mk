# SPDX-License-Identifier: MPL-2.0
# The tests of taking in what others hold.

.PHONY: check-importing
check-importing: bundle $(FORMS)/templates $(FORMS)/samples
	@tests/importing/check-import
