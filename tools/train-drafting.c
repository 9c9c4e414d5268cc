/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Learns the weights of data/drafting/category-en.tsv and child-en.tsv from exports of UPR Info's database, in which
 * people gave every recommendation a category and issues:
 *
 *   train-drafting --output data/drafting 1-5.csv 10-13.csv 17-20.csv
 *   train-drafting --check 1-5.csv 10-13.csv 17-20.csv
 *
 * The second form writes nothing: it leaves out one session after the other, learns from the others and counts how
 * often the answers for the session that was left out agree with those of the people.
 *
 * The models are linear support vector machines with squared hinge loss, one for each category, found by dual
 * coordinate descent (Hsieh and others, "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008).
 * Same rows in the same order: same bytes.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/drafting/features.h"
#include "exchange/sheet/sheet-book.h"

#define MAX_CLASSES  5
#define MAX_SESSIONS 100
#define MAX_FILES    20

/* A feature of fewer rows tells of those rows, not of the language. */
#define MIN_ROWS 3

#define N_ROUNDS 40

/* Weights are kept as whole thousandths. */
#define SCALE       1000.0

#define CHILD_ISSUE "Rights of the Child"

/* How each question is learned: found by leaving sessions out. */
static struct
{
  const char *name;
  guint n_classes;
  double cost;  /* of a wrong answer, against the size of the weights */
  double shift; /* added to the sum of the weights of a yes/no question */
  int least;    /* thousandths; a smaller weight is dropped */
} settings[SUIVI_N_QUESTIONS] = {
  [SUIVI_QUESTION_CATEGORY] = { "category", 5, 0.015, 0, 17 },
  [SUIVI_QUESTION_CHILD] = { "child", 1, 0.02, 0.15, 15 },
};

typedef struct
{
  guint file;
  guint session;
  guint category;
  gboolean child;
  char *text;
} Row;

/* The features of all rows: those of row i are items[starts[i]] … items[starts[i + 1] - 1], sorted. */
typedef struct
{
  GArray *rows; /* Row */
  GArray *items;
  GArray *starts;
  GHashTable *ids;  /* name (owned) → number + 1 */
  GPtrArray *names; /* number → name */
} Data;

typedef struct
{
  SuiviQuestion question;
  const Data *data;
  gint32 *weights;      /* feature × class, thousandths; the last row is the bias */
  const gboolean *left; /* rows that are not learned from */
} Model;

/* --- reading ------------------------------------------------------------------------------------------------ */

typedef struct
{
  GArray *rows;
  guint file;
  int text;
  int action;
  int issue;
  int session;
} Reading;

static int
find_column (const SuiviSheetRow *row, const char *name)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (g_str_equal (row->cells[i], name))
        return i;
    }

  return -1;
}

static const char *
get_cell (const SuiviSheetRow *row, int column)
{
  return (guint) column < row->n_cells ? row->cells[column] : "";
}

static gboolean
read_row_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  Row item = { .file = reading->file };
  g_auto (GStrv) issues = NULL;

  if (reading->text < 0)
    {
      reading->text = MAX (find_column (row, "Text"), find_column (row, "Recommendation"));
      reading->action = find_column (row, "Action");
      reading->issue = find_column (row, "Issue");
      reading->session = find_column (row, "Session");
      if (reading->text >= 0 && reading->action >= 0 && reading->issue >= 0 && reading->session >= 0)
        return TRUE;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   "Row %u must name the columns Text, Action, Issue and Session.", row->number);
      return FALSE;
    }

  item.category = g_ascii_strtoull (get_cell (row, reading->action), NULL, 10);
  item.session = g_ascii_strtoull (get_cell (row, reading->session), NULL, 10);
  if (item.category < 1 || item.category > MAX_CLASSES || item.session == 0 || item.session >= MAX_SESSIONS)
    return TRUE;

  issues = g_strsplit (get_cell (row, reading->issue), ",", -1);
  for (char **issue = issues; *issue != NULL; issue++)
    item.child = item.child || g_str_equal (g_strstrip (*issue), CHILD_ISSUE);
  item.text = g_strdup (get_cell (row, reading->text));
  g_array_append_val (reading->rows, item);

  return TRUE;
}

static void
clear_row (gpointer data)
{
  g_free (((Row *) data)->text);
}

static gboolean
read_file (const char *path, guint file_number, GArray *rows, GError **error)
{
  g_autoptr (SuiviSourceFile) file = suivi_source_file_open (path, error);
  g_autoptr (SuiviSheetBook) book = NULL;
  SuiviSheetKind kind = SUIVI_SHEET_CSV;
  Reading reading = { rows, file_number, -1, -1, -1, -1 };

  if (file == NULL)
    return FALSE;
  if (!suivi_sheet_recognise (file, &kind))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "This is no table.");
      return FALSE;
    }
  book = suivi_sheet_book_open (file, kind, NULL, 0, NULL, error);

  return book != NULL && suivi_sheet_book_read (book, 0, read_row_cb, &reading, NULL, error);
}

/* --- features ----------------------------------------------------------------------------------------------- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

typedef struct
{
  Data *data;
  GArray *ids;
} Collecting;

static void
collect_cb (const SuiviFeature *feature, gpointer user_data)
{
  Collecting *collecting = user_data;
  Data *data = collecting->data;
  guint32 id = GPOINTER_TO_UINT (g_hash_table_lookup (data->ids, feature->name));

  if (id == 0)
    {
      char *name = g_strdup (feature->name);

      g_ptr_array_add (data->names, name);
      id = data->names->len;
      g_hash_table_insert (data->ids, name, GUINT_TO_POINTER (id));
    }
  id--;
  g_array_append_val (collecting->ids, id);
}

/* Keeps the first of equal neighbours. */
static void
make_unique (GArray *ids)
{
  guint n = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      guint32 id = g_array_index (ids, guint32, i);

      if (n == 0 || id != g_array_index (ids, guint32, n - 1))
        g_array_index (ids, guint32, n++) = id;
    }
  g_array_set_size (ids, n);
}

static Data *
make_data (GArray *rows, SuiviQuestion question)
{
  Data *self = g_new0 (Data, 1);
  g_autofree guint *n_rows = NULL;
  g_autoptr (GArray) kept = NULL;
  guint32 start = 0;

  self->rows = rows;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_ptr_array_new ();
  self->items = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->starts, start);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (SuiviWords) words = suivi_words_new (g_array_index (rows, Row, i).text);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
      Collecting collecting = { self, ids };

      suivi_features_each (words, question, collect_cb, &collecting);
      make_unique (ids);
      g_array_append_vals (self->items, ids->data, ids->len);
      g_array_append_val (self->starts, self->items->len);
    }

  /* Without the rare ones. */
  n_rows = g_new0 (guint, self->names->len);
  for (guint i = 0; i < self->items->len; i++)
    n_rows[g_array_index (self->items, guint32, i)]++;
  kept = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 end = g_array_index (self->starts, guint32, i + 1);

      for (; start < end; start++)
        {
          guint32 id = g_array_index (self->items, guint32, start);

          if (n_rows[id] >= MIN_ROWS)
            g_array_append_val (kept, id);
        }
      g_array_index (self->starts, guint32, i + 1) = kept->len;
    }
  g_array_unref (self->items);
  self->items = g_steal_pointer (&kept);

  return self;
}

static void
data_free (Data *self)
{
  g_array_unref (self->items);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->ids);
  g_free (self);
}

static const guint32 *
get_features (const Data *self, guint row, guint *n)
{
  guint32 start = g_array_index (self->starts, guint32, row);

  *n = g_array_index (self->starts, guint32, row + 1) - start;

  return &g_array_index (self->items, guint32, start);
}

/* --- learning ----------------------------------------------------------------------------------------------- */

static gboolean
is_of_class (const Row *row, SuiviQuestion question, guint class)
{
  return question == SUIVI_QUESTION_CHILD ? row->child : row->category == class + 1;
}

/* Numbers that are mixed well enough for the order of the rows, and the same on every machine. */
static guint
draw (guint64 *state, guint n)
{
  *state = *state * 6364136223846793005u + 1442695040888963407u;

  return (guint) ((*state >> 33) % n);
}

static void
learn_class (Model *self, guint class)
{
  const Data *data = self->data;
  guint n_features = data->names->len;
  guint n_classes = settings[self->question].n_classes;
  double diagonal = 0.5 / settings[self->question].cost;
  g_autofree double *weights = g_new0 (double, n_features + 1);
  g_autofree double *alphas = g_new0 (double, data->rows->len);
  g_autofree guint *order = g_new (guint, data->rows->len);
  guint64 state = 1;
  guint n = 0;

  for (guint i = 0; i < data->rows->len; i++)
    {
      if (!self->left[i])
        order[n++] = i;
    }
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      for (guint i = 0; i < n; i++)
        {
          guint j = i + draw (&state, n - i);
          guint row = order[j];
          double sign = is_of_class (&g_array_index (data->rows, Row, row), self->question, class) ? 1 : -1;
          guint n_items = 0;
          const guint32 *items = get_features (data, row, &n_items);
          double sum = weights[n_features];
          double alpha = alphas[row];
          double step = 0;

          order[j] = order[i];
          order[i] = row;
          for (guint k = 0; k < n_items; k++)
            sum += weights[items[k]];
          alphas[row] = MAX (0, alpha - (sign * sum - 1 + diagonal * alpha) / (n_items + 1 + diagonal));
          step = (alphas[row] - alpha) * sign;
          if (step == 0)
            continue;
          for (guint k = 0; k < n_items; k++)
            weights[items[k]] += step;
          weights[n_features] += step;
        }
    }

  if (n_classes == 1)
    weights[n_features] += settings[self->question].shift;
  for (guint i = 0; i <= n_features; i++)
    {
      int weight = (int) lround (weights[i] * SCALE);

      self->weights[i * n_classes + class]
        = ABS (weight) < settings[self->question].least && i < n_features ? 0 : weight;
    }
}

static void
learn_class_cb (gpointer data, gpointer user_data)
{
  guint task = GPOINTER_TO_UINT (data) - 1;
  Model *models = user_data;

  learn_class (&models[task / MAX_CLASSES], task % MAX_CLASSES);
}

static void
learn (Model *models, guint n_models)
{
  GThreadPool *pool = g_thread_pool_new (learn_class_cb, models, g_get_num_processors (), FALSE, NULL);

  for (guint i = 0; i < n_models; i++)
    {
      for (guint class = 0; class < settings[models[i].question].n_classes; class ++)
        g_thread_pool_push (pool, GUINT_TO_POINTER (i * MAX_CLASSES + class + 1), NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
}

static void
model_init (Model *self, SuiviQuestion question, const Data *data, const gboolean *left)
{
  self->question = question;
  self->data = data;
  self->left = left;
  self->weights = g_new0 (gint32, (data->names->len + 1) * settings[question].n_classes);
}

/* The category, or 1 and 0 for yes and no. */
static guint
answer (const Model *self, guint row)
{
  guint n_classes = settings[self->question].n_classes;
  guint n_features = self->data->names->len;
  guint n_items = 0;
  const guint32 *items = get_features (self->data, row, &n_items);
  int sums[MAX_CLASSES] = { 0 };
  guint best = 0;

  for (guint class = 0; class < n_classes; class ++)
    {
      sums[class] = self->weights[n_features * n_classes + class];
      for (guint k = 0; k < n_items; k++)
        sums[class] += self->weights[items[k] * n_classes + class];
      if (sums[class] > sums[best])
        best = class;
    }

  return n_classes == 1 ? sums[0] > 0 : best + 1;
}

/* --- checking ----------------------------------------------------------------------------------------------- */

typedef struct
{
  guint n;
  guint right;
  guint hits;   /* yes, and rightly */
  guint said;   /* said yes */
  guint actual; /* yes is right */
} Score;

static void
score_add (Score *self, SuiviQuestion question, const Row *row, guint given)
{
  guint expected = question == SUIVI_QUESTION_CHILD ? (guint) row->child : row->category;

  self->n++;
  self->right += given == expected;
  self->hits += given == 1 && expected == 1;
  self->said += given == 1;
  self->actual += expected == 1;
}

static void
score_print (const Score *self, SuiviQuestion question, const char *label)
{
  if (question == SUIVI_QUESTION_CHILD)
    g_print ("%s\t%s\t%u rows\tF1 %.4f\tprecision %.4f\trecall %.4f\n", settings[question].name, label,
             self->n, 2.0 * self->hits / MAX (1, self->said + self->actual),
             (double) self->hits / MAX (1, self->said), (double) self->hits / MAX (1, self->actual));
  else
    g_print ("%s\t%s\t%u rows\tagreement %.4f\n", settings[question].name, label, self->n,
             (double) self->right / MAX (1, self->n));
}

/* Learns once for each set of sessions, without them, and asks about them. */
static void
check_without (const Data *data,
               SuiviQuestion question,
               const char *title,
               guint n_sets,
               gboolean (*sets)[MAX_SESSIONS])
{
  g_autofree Model *models = g_new0 (Model, n_sets);
  Score total = { 0 };

  for (guint i = 0; i < n_sets; i++)
    {
      gboolean *left = g_new0 (gboolean, data->rows->len);

      for (guint row = 0; row < data->rows->len; row++)
        left[row] = sets[i][g_array_index (data->rows, Row, row).session];
      model_init (&models[i], question, data, left);
    }
  learn (models, n_sets);
  for (guint i = 0; i < n_sets; i++)
    {
      g_autoptr (GString) label = g_string_new (title);
      Score score = { 0 };

      for (guint session = 0; session < MAX_SESSIONS; session++)
        {
          if (sets[i][session])
            g_string_append_printf (label, " %u", session);
        }
      for (guint row = 0; row < data->rows->len; row++)
        {
          const Row *item = &g_array_index (data->rows, Row, row);
          guint given = 0;

          if (!models[i].left[row])
            continue;
          given = answer (&models[i], row);
          score_add (&score, question, item, given);
          score_add (&total, question, item, given);
        }
      score_print (&score, question, label->str);
      g_free ((gpointer) models[i].left);
      g_free (models[i].weights);
    }
  if (n_sets > 1)
    score_print (&total, question, "all");
}

/* Session by session; then all sessions of a file at once, which is harder: those near in time are missing too. */
static void
check (const Data *data, SuiviQuestion question, guint n_files)
{
  gboolean sessions[MAX_SESSIONS][MAX_SESSIONS] = { { 0 } };
  gboolean files[MAX_FILES][MAX_SESSIONS] = { { 0 } };
  gboolean present[MAX_SESSIONS] = { 0 };
  guint n = 0;

  for (guint i = 0; i < data->rows->len; i++)
    {
      const Row *row = &g_array_index (data->rows, Row, i);

      present[row->session] = TRUE;
      files[row->file][row->session] = TRUE;
    }
  for (guint session = 0; session < MAX_SESSIONS; session++)
    {
      if (present[session])
        sessions[n++][session] = TRUE;
    }
  check_without (data, question, "without session", n, sessions);
  if (n_files > 1)
    check_without (data, question, "without sessions", n_files, files);
}

/* --- writing ------------------------------------------------------------------------------------------------ */

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  char **names = user_data;

  return strcmp (names[*(const guint *) a], names[*(const guint *) b]);
}

static gboolean
is_empty (const Model *self, guint feature)
{
  guint n_classes = settings[self->question].n_classes;

  for (guint class = 0; class < n_classes; class ++)
    {
      if (self->weights[feature * n_classes + class] != 0)
        return FALSE;
    }

  return TRUE;
}

static void
append_weights (const Model *self, guint feature, const char *name, GString *out)
{
  guint n_classes = settings[self->question].n_classes;

  g_string_append (out, name);
  for (guint class = 0; class < n_classes; class ++)
    {
      gint32 weight = self->weights[feature * n_classes + class];

      g_string_append_c (out, '\t');
      if (weight != 0)
        g_string_append_printf (out, "%d", weight);
    }
  g_string_append_c (out, '\n');
}

static gboolean
write_model (const Data *data, SuiviQuestion question, const char *folder, GError **error)
{
  g_autofree char *name = g_strconcat (settings[question].name, "-en.tsv", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree gboolean *left = g_new0 (gboolean, data->rows->len);
  g_autofree guint *order = g_new (guint, data->names->len);
  g_autoptr (GString) out = g_string_new (NULL);
  Model model = { 0 };
  guint n = 0;
  gboolean written = FALSE;

  model_init (&model, question, data, left);
  learn (&model, 1);
  for (guint i = 0; i < data->names->len; i++)
    {
      if (!is_empty (&model, i))
        order[n++] = i;
    }
  g_qsort_with_data (order, n, sizeof (guint), compare_names, data->names->pdata);

  g_string_append (out, "feature");
  for (guint class = 1; class <= settings[question].n_classes; class ++)
    g_string_append_printf (out, "\t%u", class);
  g_string_append_c (out, '\n');
  append_weights (&model, data->names->len, "", out);
  for (guint i = 0; i < n; i++)
    append_weights (&model, order[i], g_ptr_array_index (data->names, order[i]), out);
  written = g_file_set_contents (path, out->str, out->len, error);
  if (written)
    g_print ("%s\t%u features\t%" G_GSIZE_FORMAT " bytes\n", path, n, out->len);
  g_free (model.weights);

  return written;
}

int
main (int argc, char *argv[])
{
  gboolean checking = FALSE;
  g_autofree char *folder = NULL;
  g_auto (GStrv) paths = NULL;
  const GOptionEntry options[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &checking, "Leave out one session after the other and count", NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Write the weights into this folder", "FOLDER" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "FILE…" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (paths == NULL || g_strv_length (paths) > MAX_FILES || (!checking && folder == NULL))
    {
      g_printerr ("Name exports of UPR Info's database, and --check or --output FOLDER.\n");
      return 2;
    }

  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (!read_file (paths[i], i, rows, &error))
        {
          g_printerr ("%s: %s\n", paths[i], error->message);
          return 1;
        }
    }
  g_print ("%u rows\n", rows->len);
  for (guint question = 0; question < SUIVI_N_QUESTIONS; question++)
    {
      Data *data = make_data (rows, question);
      gboolean written = TRUE;

      if (checking)
        check (data, question, g_strv_length (paths));
      if (folder != NULL)
        written = write_model (data, question, folder, &error);
      data_free (data);
      if (!written)
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
    }

  return 0;
}
