using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Web.Api.Description;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>A rule that a figure breaks.</summary>
/// <param name="Rule">The code of the rule.</param>
/// <param name="Severity">error or warning.</param>
/// <param name="Message">What is wrong, in words.</param>
public sealed record FindingItem(string Rule, [property: Codes<Severity>] string Severity, string Message);
