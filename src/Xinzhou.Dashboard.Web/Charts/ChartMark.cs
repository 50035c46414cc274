namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>One shape in the coordinates of the data: days across, values up.</summary>
/// <param name="Shape">What to draw.</param>
/// <param name="X">Day number, with a fraction: the left edge, the start of a line, or the place of a dot.</param>
/// <param name="X2">The right edge or the end of a line; else the same as X.</param>
/// <param name="Y">The value; where a line starts.</param>
/// <param name="Y2">Zero under a bar or stem; where a line ends.</param>
/// <param name="Colour">Name of the colour in the style sheet: <c>--d1</c>.</param>
public sealed record ChartMark(MarkShape Shape, decimal X, decimal X2, decimal Y, decimal Y2, string Colour)
{
    /// <summary>Filled with this colour (<c>--d1</c>, <c>--d1-pale</c>); null is hollow, the ground shows.</summary>
    public string? Fill { get; init; }

    /// <summary>Not firm.</summary>
    public bool Dashed { get; init; }

    /// <summary>The value in figures, as published, with a true minus sign; null where no drawing has room for it.</summary>
    public string? Label { get; init; }

    /// <summary>Beside the label: the period within its year, a word.</summary>
    public string? Beside { get; init; }

    /// <summary>Where a line of comparison ends: the label gives its last value and its name.</summary>
    public bool NamesSeries { get; init; }

    /// <summary>Kept on a narrow screen, where only a few labels have room.</summary>
    public bool KeyLabel { get; init; }

    /// <summary>On which side of the shape the label has room.</summary>
    public LabelSide Side { get; init; }

    /// <summary>The label has room when the drawing is this many times as wide as an ordinary one: 1, 2, 4 and so on.</summary>
    public int RoomAt { get; init; } = 1;

    /// <summary>Day number over which the label stands.</summary>
    public decimal LabelX { get; init; } = (X + X2) / 2;

    /// <summary>One of many, or of what was forecast before: drawn small, a line thin.</summary>
    public bool Small { get; init; }

    /// <summary>Part of a year, in front of the year's own bar: its label is light.</summary>
    public bool Pale { get; init; }

    /// <summary>The figure it shows; null for what is not a figure.</summary>
    public ChartPoint? Point { get; init; }

    /// <summary>The series of the figure.</summary>
    public string? Series { get; init; }
}
