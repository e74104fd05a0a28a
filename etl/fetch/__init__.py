"""`python -m etl fetch`: the publishers' current files, into data/raw/<dataset>/<month of release>/.

    wanted.toml    what is fetched from where; a new file to fetch is an entry there
    datastore.py   the London Datastore: a dataset's resources, the newest of those with a wanted title
    police.py      data.police.uk: which monthly archives are needed; archive.py takes the files out of one
    web.py         one request: addresses that are allowed, redirects, what each status means
    patience.py    trying again
    download.py    one file, whole or gone on with, never larger than its limit
    landing.py     names that cannot climb out, and the one rename by which a file appears
    state.py       what was fetched before, so that an unchanged file is not fetched again
    run.py         all of it, one outcome for each file; show.py tells the person
"""
