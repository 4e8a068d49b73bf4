export const USAGE = `Usage: frontline <command> [data set] [options]

Who held what, what changed hands, and who says so. A data set is a folder, "geodata" unless named,
or a file made from one by build.

Commands
  new FOLDER                        write a small example data set with a guide, to begin with
  import FILES... --out FOLDER      make a data set of files of any kind: says what it understood,
    [--set WHAT=ANSWER ...]         and asks what nobody can know from them
  serve [--port N] [--host NAME]    show the data set in the dashboard, and follow its files
  build [--out PLACE]               compile the folder into one small file, here or in PLACE
  build --site FOLDER [--url URL]   the same with the dashboard around it, for any web server;
                                    pictures have URL, where readers open it, drawn in
    [--embed-origins ORIGINS]       pages that may steer the site when it stands in them
    [--cards] [--language CODE]     pictures for links to it, with a small page for each
  build --single-file FILE          the same as one HTML file, which opens from disk without a
                                    network; [--url URL] as above
  export --what WHAT                write data to take away into a file: changes, areas,
                                    front-lines, settlements, events, figures, all, or
                                    history (--place PLACE)
    [--format FORMAT]               csv, json, geojson, kml or gpkg; else by the ending of the file
    [--day DAY] [--from DAY] [--to DAY] [--out PLACE] [--replace]
  export --parquet FOLDER           areas day by day, settlements and claims as GeoParquet, for
    [--day DAY] [--from DAY]        engines that spread over many machines
    [--to DAY] [--replace]
  snapshot [--day DAY]              draw a picture of a day, as Export on the page does
    [--format FORMAT]               png, jpeg, webp or pdf
  series [--from DAY] [--to DAY]    a picture for each day, in a zip or in a folder
    [--only-changes] [--format FORMAT]
  film [--from DAY] [--to DAY]      mp4, webm or gif
    [--pace SECONDS] [--no-motion] [--no-stops] [--no-cards] [--format FORMAT]
  cards                             pictures for links: the first view, days with changes, steps
  validate                          check the data set; one line for each problem
  changes [--from DAY] [--to DAY]   places that changed hands, in order of day
  events [--from DAY] [--to DAY]    ceasefires, talks, strikes and the like on any of these days
  figures [--from DAY] [--to DAY]   the numbers that documents give for any of these days
  measure [--from DAY] [--to DAY]   area, settlements, highways and posts by side, day by day
  history PLACE                     one place's history of control, with every claim (id or name, in
                                    any script; quote a name of several words)
  status --day DAY                  who holds each place at the end of a day
  inspect PICTURE                   what an exported picture or PDF says of its view and sources

Options of pictures
  --preset NAME  hd, uhd, square, story, a4-portrait, a4-landscape, a3-portrait, a3-landscape;
                 of series and films 720p, 1080p, square, story
  --size WIDTHxHEIGHT  --density N   in pixels of the file, and how many of them make one of a page
  --compare DAY  --place PLACE  --view ADDRESS   what is shown: ADDRESS is that of any view
  --language CODE  --theme light|dark|contrast|print  --title TEXT  --subtitle TEXT
  --parts LIST   sentence, comparison, changes, charts, legend, scale, north, or none
  --url URL      where readers find the same view, drawn in
  --out PLACE  --replace

Options
  --json    print JSON      --csv    print CSV      --help   print this
  --strict  refuse a data set with errors; validate refuses one with warnings, too

A DAY is written YYYY-MM-DD. Options may stand anywhere.
Exit codes: 0 done; 1 the data set has errors (validate, --strict) or does not load, or
the picture does not say what it shows (inspect), or something had to be guessed (import);
2 wrong call, or no browser to draw with;
130 ended by Ctrl+C, at once and with nothing half-written.
docs/command-line.md lists the fields of the output.
`;
