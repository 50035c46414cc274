
namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The words that the pages of reporting share: states, fields, refusals; to be read through IStringLocalizer.</summary>
public sealed class EntryWords;
