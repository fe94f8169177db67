"""What `urakka render` and `urakka read` do: papers and files without a window."""
