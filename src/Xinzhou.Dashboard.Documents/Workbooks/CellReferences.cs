namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>The names of cells and columns.</summary>
internal static class CellReferences
{
    private const int MaxColumns = 16384;

    /// <summary>The column of a cell, from 0: A1 → 0, AB7 → 27.</summary>
    /// <exception cref="FormatException">It is no cell.</exception>
    public static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > MaxColumns)
            {
                break;
            }
        }

        return column is > 0 and <= MaxColumns ? column - 1 : throw new FormatException($"'{reference}' is no cell.");
    }

    /// <summary>The line of a cell: AB7 → 7.</summary>
    /// <exception cref="FormatException">It is no cell.</exception>
    public static int LineOf(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart('$').TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz").TrimStart('$'), out var line)
            ? line
            : throw new FormatException($"'{reference}' is no cell.");

    /// <summary>The letters of a column, from 0: 0 → A, 27 → AB.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26)
        {
            letters = (char)('A' + ((n - 1) % 26)) + letters;
        }

        return letters;
    }
}
