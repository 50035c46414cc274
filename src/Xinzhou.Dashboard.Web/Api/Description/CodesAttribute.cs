using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Api.Description;

/// <summary>The text is one of the codes of an enumeration; the description of the API lists them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodesAttribute<T> : Attribute, ICodes where T : struct, Enum
{
    public IReadOnlyList<string> All => Code.All<T>();
}
