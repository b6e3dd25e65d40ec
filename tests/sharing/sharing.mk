# SPDX-License-Identifier: MPL-2.0
# The tests of sharing: submission copies and intake, in a real office.

OFFICE_TESTS := check-submit check-kills check-intake check-copies check-names check-paths check-menu check-machines check-samples
KILLS        ?= 100

.PHONY: check-office $(OFFICE_TESTS)
check-office: $(OFFICE_TESTS)

$(OFFICE_TESTS): bundle $(FORMS)/templates $(FORMS)/samples
	@tests/sharing/$@ $(ARGUMENTS)
check-kills: ARGUMENTS = $(KILLS)
check-samples: ARGUMENTS = $(FORMS)/*.ods

# Some hundred dishonest and damaged files, each with what the bureau must be told of it; a few of each kind: --quick; one of
# each kind, and sound copies: --one, in make check.
.PHONY: check-hostile check-hostile-one
check-hostile-one: HOSTILE = --one
check-hostile check-hostile-one: bundle $(FORMS)/templates $(FORMS)/samples
	@tests/sharing/check-hostile $(HOSTILE)
