using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Figures;

/// <summary>A figure as it is appended: what it says, and what recording gives it.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Series">The number of its series.</param>
/// <param name="Source">The number of the document cited.</param>
/// <param name="RecordedAt">The moment of recording.</param>
/// <param name="AfterWithdrawn">How many withdrawn figures of the same key and moment it follows.</param>
internal readonly record struct FigureRecord(FigureContent Content, int Series, int Source, DateTimeOffset RecordedAt, int AfterWithdrawn = 0);
