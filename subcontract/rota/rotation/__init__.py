"""Fair rotation: who works where and when, proposed, weighed, explained and kept."""
