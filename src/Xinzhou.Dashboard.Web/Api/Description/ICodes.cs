namespace Xinzhou.Dashboard.Web.Api.Description;

/// <summary>Says which values a text can have.</summary>
public interface ICodes
{
    IReadOnlyList<string> All { get; }
}
