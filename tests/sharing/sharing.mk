# SPDX-License-Identifier: MPL-2.0
# The tests of sharing: submission copies and intake, in a real office.

.PHONY: check-office
check-office: bundle $(FORMS)/templates $(FORMS)/samples
	@tests/sharing/check-submit
	@tests/sharing/check-kills 200
	@tests/sharing/check-intake
	@tests/sharing/check-names
	@tests/sharing/check-paths
	@tests/sharing/check-menu
	@tests/sharing/check-machines
	@tests/sharing/check-samples $(FORMS)/*.ods

# Some hundred dishonest and damaged files, each with what the bureau must be told of it; a few of each kind: --quick.
.PHONY: check-hostile
check-hostile: bundle $(FORMS)/templates $(FORMS)/samples
	@tests/sharing/check-hostile $(HOSTILE)
