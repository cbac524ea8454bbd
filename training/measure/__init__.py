"""What is right: the development items as gold, and which answers are which of it. For calibration and benchmarks."""
