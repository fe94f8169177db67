"""Recording a day and a month; no Qt."""
