using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Rules;

/// <summary>How often a rule would fire over what is entered and not yet released.</summary>
/// <param name="Returns">The returns looked at.</param>
/// <param name="Judged">The values in them that the rule concerns.</param>
/// <param name="Fired">Those that break it; each with its return.</param>
public sealed record EntryTrial(int Returns, int Judged, IReadOnlyList<(Return Return, SheetCell Cell, Finding Finding)> Fired);
