export const USAGE = `Usage: frontline <command> [data set folder] [options]

Who held what, what changed hands, and who says so. The folder is "geodata" unless named.

Commands
  validate                          check the data set; one line for each problem
  changes [--from DAY] [--to DAY]   places that changed hands, in order of day
  events [--from DAY] [--to DAY]    ceasefires, talks, strikes and the like on any of these days
  figures [--from DAY] [--to DAY]   the numbers that documents give for any of these days
  measure [--from DAY] [--to DAY]   area, settlements, highways and posts by side, day by day
  history PLACE                     one place's history of control, with every claim (id or name, in
                                    either script; quote a name of several words)
  status --day DAY                  who holds each place at the end of a day

Options
  --json   print JSON      --csv    print CSV      --help   print this

A DAY is written YYYY-MM-DD. Options may stand anywhere.
Exit codes: 0 done; 1 the data set has errors (validate) or cannot be loaded; 2 wrong call.
docs/command-line.md lists the fields of the output.
`;
