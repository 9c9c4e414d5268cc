/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/seal.h"

/*
 * The words of recovery sheets and of suggested passphrases, chosen for Suivi: plain English words for things that can
 * be drawn, 4 to 7 letters, no names of people, nothing that frightens, and no two with the same first four letters.
 * Their order is part of what is printed on sheets: never change, move or remove one.
 */
/* clang-format off */
static const char *const words[256] = {
  "acorn", "almond", "anchor", "animal", "answer", "apple", "apricot", "atlas", "autumn", "avocado",
  "bakery", "balcony", "bamboo", "banana", "basket", "bath", "bicycle", "biscuit", "blanket", "blossom",
  "boat", "book", "bottle", "bowl", "branch", "breeze", "brick", "bridge", "broom", "brush", "bubble",
  "bucket", "cabin", "cactus", "camel", "candle", "canoe", "carpet", "castle", "chair", "chalk", "cheese",
  "chess", "chimney", "clock", "cloud", "coast", "coconut", "coffee", "compass", "cookie", "corner",
  "cotton", "crayon", "cream", "cricket", "curtain", "cushion", "dance", "desk", "diary", "dinner",
  "dolphin", "donkey", "door", "drawer", "drum", "duck", "eagle", "earth", "echo", "elbow", "evening",
  "family", "farmer", "feather", "fence", "field", "finger", "fish", "flag", "flute", "forest", "fork",
  "fridge", "friend", "frog", "fruit", "gallery", "garden", "garlic", "glass", "glove", "goose", "grape",
  "grass", "green", "guitar", "harp", "harvest", "holiday", "honey", "horizon", "hotel", "house", "island",
  "jacket", "jelly", "journey", "juice", "jungle", "kayak", "kettle", "kitchen", "koala", "ladder", "lamp",
  "lantern", "lawn", "leaf", "lemon", "letter", "library", "lizard", "lunch", "magnet", "mango", "maple",
  "marble", "market", "melon", "mill", "mirror", "mitten", "month", "moon", "mouse", "muffin", "museum",
  "napkin", "nest", "noodle", "north", "oasis", "ocean", "octopus", "office", "onion", "opera", "orange",
  "orbit", "orchard", "otter", "oven", "paint", "palace", "pancake", "panda", "paper", "parade", "pasta",
  "patio", "peanut", "pebble", "pencil", "penguin", "pepper", "piano", "picnic", "pigeon", "pillow",
  "planet", "plate", "pocket", "poem", "pony", "popcorn", "porch", "potato", "puddle", "pumpkin", "puppet",
  "purple", "puzzle", "rabbit", "radio", "raisin", "recipe", "ribbon", "rice", "river", "rocket", "roof",
  "rope", "ruler", "saddle", "salad", "sandal", "saucer", "school", "scooter", "shadow", "shelf", "shirt",
  "silver", "singer", "slipper", "snail", "snow", "soap", "sofa", "soup", "spinach", "sponge", "spoon",
  "square", "stable", "stamp", "stone", "stream", "sugar", "summer", "sunset", "swan", "sweater", "swing",
  "syrup", "table", "teapot", "tennis", "thread", "thumb", "ticket", "tiger", "toast", "tomato", "tower",
  "tractor", "train", "trumpet", "tulip", "valley", "vanilla", "velvet", "village", "vinegar", "water",
  "wheat", "whistle", "window", "winter", "wool", "yard", "yellow", "zebra", "zipper",
};
/* clang-format on */

/**
 * suivi_recovery_get_word:
 * @i: from 0 to 255
 *
 * Returns: (transfer none): a word of the list, in lower case
 */
const char *
suivi_recovery_get_word (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (words), NULL);

  return words[i];
}
