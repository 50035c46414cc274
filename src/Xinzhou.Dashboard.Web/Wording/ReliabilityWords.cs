namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The words of how reliable a source is, and what each means; to be read through IStringLocalizer.</summary>
public sealed class ReliabilityWords;
