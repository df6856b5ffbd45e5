"""What people do with a claim: intake, states, evidence, verdicts, review, history."""
