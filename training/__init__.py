"""How is the marking model made? Reads the benchmarks' training parts, trains, exports, tunes and measures."""
