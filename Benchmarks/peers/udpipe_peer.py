"""UDPipe 1: its tagger and its transition parser, with the options of its manual."""
import time

from ufal.udpipe import InputFormat, Model, ProcessingError, Sentence, Sentences, Trainer

# https://ufal.mff.cuni.cz/udpipe/1/users-manual: the defaults, named, but for the number of passes.
TAGGER = "models=1;iterations={tagger};provide_lemma=1;provide_xpostag=0;provide_feats=1;use_xpostag=0;use_feats=1"
PARSER = ("iterations={parser};embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;embedding_form=50;embedding_deprel=20;"
          "hidden_layer=200;batch_size=10;learning_rate=0.02;learning_rate_final=0.001;l2=0.5;transition_system=projective;"
          "transition_oracle=dynamic;structured_interval=8;single_root=1;use_gold_tags=0")


def read(sentences):
    text = "".join("\n".join("\t".join([*row[:8], "_", row[9]]) for row in rows) + "\n\n" for rows in sentences)
    reader = InputFormat.newConlluInputFormat()
    reader.setText(text)
    read, error, sentence = Sentences(), ProcessingError(), Sentence()
    while reader.nextSentence(sentence, error):
        read.append(sentence)
        sentence = Sentence()
    if error.occurred():
        raise SystemExit(f"peers: UDPipe cannot read the treebank: {error.message}")
    return read


def train(sentences, tagger, parser, target):
    error, start = ProcessingError(), time.process_time()
    model = Trainer.train(
        "morphodita_parsito", read(sentences), Sentences(), Trainer.NONE, TAGGER.format(tagger=tagger), PARSER.format(parser=parser), error)
    if error.occurred():
        raise SystemExit(f"peers: UDPipe's training stopped: {error.message}")
    with open(target, "wb") as out:
        out.write(model if isinstance(model, bytes) else model.encode("utf-8", "surrogateescape"))
    return f"{time.process_time() - start:.0f} s of processor time, {tagger} passes of the tagger, {parser} of the parser"


class Parser:
    def __init__(self, path):
        self.model = Model.load(str(path))
        if self.model is None:
            raise SystemExit(f"peers: {path} cannot be loaded")

    def parse(self, sentences):
        """Gives analyses and the seconds of processor time that they took, words being there already."""
        # Only the words are handed over.
        given = list(read([[[*row[:2], "_", "_", "_", "_", "_", "_", "_", row[9]] for row in rows] for rows in sentences]))
        start = time.process_time()
        for sentence in given:
            if not self.model.tag(sentence, Model.DEFAULT) or not self.model.parse(sentence, Model.DEFAULT):
                raise SystemExit("peers: UDPipe could not parse a sentence")
        took = time.process_time() - start
        return [(w.upostag, w.lemma, w.head, w.deprel) for s in given for w in list(s.words)[1:]], took
