namespace Xinzhou.Dashboard.Web.Api.Description;

/// <summary>The text is one of these; the description of the API lists them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AllowedAttribute(params string[] values) : Attribute, ICodes
{
    public IReadOnlyList<string> All => values;
}
