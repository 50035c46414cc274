using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>Finds the header of a table: below the titles that people put above it, the first row that names the required columns.</summary>
public static class TableHeader
{
    /// <summary>A name of a column without what nobody sees, and without the blanks and line breaks that only make it fit.</summary>
    public static string Name(string written) => PlainText.Key(written);

    /// <summary>How many of the required columns a row names, each once.</summary>
    public static int Score(IEnumerable<string> cells) => cells.Select(Name).Intersect(ImportColumns.Required).Count();

    /// <summary>The index of the header among the first rows: the first that names the most required columns.</summary>
    /// <param name="first">The first rows.</param>
    /// <param name="score">How well a row would be the header; null is <see cref="Score"/>.</param>
    public static int IndexIn(IEnumerable<IReadOnlyList<string>> first, Func<IEnumerable<string>, int>? score = null)
    {
        score ??= Score;
        var (best, most, index) = (0, 0, 0);
        foreach (var row in first.Take(SourceTable.MaxTitleRows))
        {
            if (score(row) is var scored && scored > most)
            {
                (best, most) = (index, scored);
            }

            index++;
        }

        return best;
    }
}
