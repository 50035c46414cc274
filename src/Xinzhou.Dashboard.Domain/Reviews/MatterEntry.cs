using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>议定事项 as it is to be noted.</summary>
/// <param name="Text">What is decided.</param>
/// <param name="Owner">The code of the unit that owes it; empty where none is named.</param>
/// <param name="Person">责任人; null where nobody is named.</param>
/// <param name="Due">By when; null where no day is given.</param>
public sealed record MatterEntry(string Text, string Owner, string? Person, DateOnly? Due)
{
    /// <summary>The greatest length of the text.</summary>
    public const int MaxLength = 300;

    /// <summary>The greatest length of a person's name.</summary>
    public const int MaxPerson = 60;

    /// <summary>The same with its texts as they are kept (<see cref="PlainText.Entered"/>).</summary>
    public MatterEntry Trimmed() =>
        new(PlainText.Entered(Text) ?? "", PlainText.Entered(Owner) ?? "", PlainText.Entered(Person), Due);
}
