"""Where things are: spots and distances, shops by place, places before and after the mergers."""
