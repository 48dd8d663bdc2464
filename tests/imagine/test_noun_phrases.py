"""The things a sentence names: a table of sentences, half of them written before the rules were tried on any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.imagine.noun_phrases import noun_phrases

THINGS = """
a red cube on top of a blue cube | a red cube; a blue cube
a photo of a cat wearing a green hat, next to two dogs | a cat; a green hat; two dogs
three sleeping cats and an old man with a beard | three sleeping cats; an old man; a beard
cat and dog | cat; dog
A well-kept garden in front of the queen's house. | A well-kept garden; the queen's house
a cat sitting on a mat beside a cat | a cat; a mat
a camel | a camel
a king on a throne | a king; a throne
a wedding in a building | a wedding; a building
a ring on a finger | a ring; a finger
a painting on a wall | a painting; a wall
a ceiling with a lamp | a ceiling; a lamp
a red building beside a blue car | a red building; a blue car
a big, red ball next to a small, blue box | a big, red ball; a small, blue box
a dog chases a cat | a dog; a cat
two dogs chase a cat | two dogs; a cat
the dog chases the red ball | the dog; the red ball
a top hat on a cat | a top hat; a cat
a string of pearls | a string of pearls
a red fox, watercolor, highly detailed | a red fox
an astronaut riding a horse | an astronaut; a horse
a flying pig | a flying pig
a woman holding a striped umbrella in the rain | a woman; a striped umbrella; the rain
a teapot pouring tea into a chipped cup | a teapot; tea; a chipped cup
a crumbling castle | a crumbling castle
apples, pears and plums in a basket | apples; pears; plums; a basket
a bowl of soup and a loaf of bread | a bowl of soup; a loaf of bread
the roof of a house | the roof; a house
a bouquet of red roses in a vase | a bouquet of red roses; a vase
a man with a hat is sitting on a bench | a man; a hat; a bench
a lion that wears a crown | a lion; a crown
a boat on a lake at sunset | a boat; a lake; sunset
a cup on the left and a plate on the right | a cup; a plate
a tree in the background, a child in the foreground | a tree; a child
a green frog jumps into a pond | a green frog; a pond
a bull, in the style of Picasso | a bull
a bull by Picasso | a bull
black and white photo of an old door | an old door
a pencil sketch of a sleeping dog | a sleeping dog
a close-up of a bee on a sunflower | a bee; a sunflower
a cat in watercolor | a cat
a red fox, trending on artstation, 8k, sharp focus | a red fox
portrait of a woman with green eyes | a woman; green eyes
a light blue vase with dark red tulips | a light blue vase; dark red tulips
a blue and yellow parrot on a branch | a blue and yellow parrot; a branch
a dog and a cat and a bird | a dog; a cat; a bird
a horse-drawn carriage | a horse-drawn carriage
a blue t-shirt with a white star | a blue t-shirt; a white star
a bicycle leaning on a fence | a bicycle; a fence
a wooden chair painted red | a wooden chair
a sphere made of gold | a sphere; gold
a sleeping cat under a blooming cherry tree | a sleeping cat; a blooming cherry tree
a duckling follows its mother | a duckling; its mother
an earring and a necklace | an earring; a necklace
a boxing glove hangs on a nail | a boxing glove; a nail
a snail crawls over a wet leaf | a snail; a wet leaf
a woman drinks tea | a woman; tea
a chef cooking pasta in a tiny kitchen | a chef; pasta; a tiny kitchen
this man, that woman, some bread | this man; that woman; some bread
A DOG AND A RED BALL | A DOG; A RED BALL
a penguin; a polar bear; a seal | a penguin; a polar bear; a seal
a ship between two icebergs | a ship; two icebergs
many colorful fish swimming around a sunken ship | many colorful fish; a sunken ship
a dragon breathing fire at a knight's shield | a dragon; fire; a knight's shield
snow-covered mountains behind a frozen lake | snow-covered mountains; a frozen lake
a candle burning in a dark room | a candle; a dark room
a camel with 2 humps | a camel; 2 humps
an isometric view of a living room with a green couch | a living room; a green couch
it is a rabbit | a rabbit
a rabbit which is eating a carrot | a rabbit; a carrot
a clown juggles five burning torches | a clown; five burning torches
dinosaur | dinosaur
red dinosaur, blue ball | red dinosaur; blue ball
a green apple on a wooden table | a green apple; a wooden table
two white swans swimming in a lake | two white swans; a lake
a knight in shining armor rides a black horse | a knight; shining armor; a black horse
a yellow umbrella leaning against a brick wall | a yellow umbrella; a brick wall
the evening sky over a fishing village | the evening sky; a fishing village
a girl with red hair and a blue dress | a girl; red hair; a blue dress
a wooden spoon, a silver fork and a knife | a wooden spoon; a silver fork; a knife
an old, rusty bicycle in front of a bakery | an old, rusty bicycle; a bakery
a bowl of cherries on a checkered tablecloth | a bowl of cherries; a checkered tablecloth
a monkey eats a banana | a monkey; a banana
a bear catches a fish in a river | a bear; a fish; a river
a spotted dog sleeping under a tree | a spotted dog; a tree
a small house with a red roof and green shutters | a small house; a red roof; green shutters
a purple elephant, digital art, 4k | a purple elephant
an oil painting of a lighthouse in a storm | a lighthouse; a storm
a chicken wearing sunglasses | a chicken; sunglasses
a building made of glass | a building; glass
a wing of an airplane above the clouds | a wing; an airplane; the clouds
three blind mice run through a kitchen | three blind mice; a kitchen
a boy kicks a ball | a boy; a ball
a swimming pool beside a white villa | a swimming pool; a white villa
his grandfather's pocket watch | his grandfather's pocket watch
a dark blue car parked next to a bright yellow taxi | a dark blue car; a bright yellow taxi
a cow that stands in a meadow | a cow; a meadow
a very tall giraffe and a very small mouse | a very tall giraffe; a very small mouse
a black and white cat on a red sofa | a black and white cat; a red sofa
an owl perched on a branch at night | an owl; a branch; night
a robot plays the violin | a robot; the violin
a sailing boat with white sails | a sailing boat; white sails
a fox jumping over a lazy dog, watercolor | a fox; a lazy dog
an empty street lit by lanterns | an empty street; lanterns
a piece of cake on a plate | a piece of cake; a plate
a king crowned with flowers | a king; flowers
a spring in the mountains | a spring; the mountains
mountains, a river, and a bridge | mountains; a river; a bridge
a teddy bear holding a heart-shaped balloon | a teddy bear; a heart-shaped balloon
a round window in a square door | a round window; a square door
a cat sits on the left of a dog | a cat; a dog
a photo of a sleeping baby | a sleeping baby
A Red Cube On Top Of A Blue Cube | A Red Cube; A Blue Cube
a string quartet in a concert hall | a string quartet; a concert hall
children flying kites on a windy beach | children; kites; a windy beach
a painter painting a painting | a painter; a painting
a bird feeding its chicks | a bird; its chicks
a clock with no hands | a clock; no hands
a man looks at a woman who holds a rose | a man; a woman; a rose
a stop sign covered in snow | a stop sign; snow
a light bulb hanging from the ceiling | a light bulb; the ceiling
a frog, sitting on a lily pad, with a golden crown | a frog; a lily pad; a golden crown
a steaming cup of black coffee beside an open book | a steaming cup of black coffee; an open book
a corgi wearing a red bowtie and a purple party hat | a corgi; a red bowtie; a purple party hat
a stained glass window depicting a robot | a stained glass window; a robot
an armchair in the shape of an avocado | an armchair; an avocado
a raccoon playing tennis at Wimbledon in the 1990s | a raccoon; tennis; Wimbledon; the 1990s
panda mad scientist mixing chemicals, digital art | panda mad scientist; chemicals
a yellow duck floats on blue water | a yellow duck; blue water
vibrant portrait painting of Salvador Dali with a robotic half face | Salvador Dali; a robotic half face
an espresso machine that makes coffee from human souls | an espresso machine; coffee; human souls
a pen lying on a notebook | a pen; a notebook
an elephant stands on a drum | an elephant; a drum
a woman's hand holding a glass of wine | a woman's hand; a glass of wine
a cat is not a dog | a cat; a dog
two small green frogs sit on a log | two small green frogs; a log
a tiger with blue eyes, a bird with a long beak | a tiger; blue eyes; a bird; a long beak
a metal box filled with old letters | a metal box; old letters
a train crossing a bridge | a train; a bridge
a boy wearing a striped shirt, standing near a fountain | a boy; a striped shirt; a fountain
one orange and two lemons | one orange; two lemons
a bat hanging upside down from a beam | a bat; a beam
a shiny new car | a shiny new car
a rose | a rose
a saw cuts a plank | a saw; a plank
a line drawing of a running horse and its rider | a running horse; its rider
an orange cat chasing a gray mouse around a wooden barrel | an orange cat; a gray mouse; a wooden barrel
a pair of glasses resting on an old newspaper | a pair of glasses; an old newspaper
a waiter serves a plate of oysters | a waiter; a plate of oysters
a long-haired dachshund | a long-haired dachshund
a bull and its shadow | a bull; its shadow
"""
_ANY = ["a", "the", "red", "blue", "cube", "cats", "sits", "sitting", "of", "on", ",", "and", ".", "that", "by", "two"]


@pytest.mark.parametrize("line", THINGS.strip("\n").split("\n"))
def test_the_things_a_sentence_names(line: str) -> None:
    sentence, things = line.split(" | ")
    assert "; ".join(noun_phrases(sentence)) == things


@pytest.mark.parametrize("sentence", ["", "of the on a", "… !", "2 4 8", "watercolor, 4k", "on the left"])
def test_a_sentence_that_names_nothing_has_none(sentence: str) -> None:
    assert noun_phrases(sentence) == ()


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    for phrase in noun_phrases(text):
        assert any(letter.isalpha() for letter in phrase)


@given(st.lists(st.sampled_from(_ANY)))
def test_words_in_any_order_are_phrases_of_the_sentence(words: list[str]) -> None:
    sentence = " ".join(words).replace(" ,", ",")
    for phrase in noun_phrases(sentence):
        assert phrase in sentence
        assert not phrase.endswith((" of", " and", ","))
