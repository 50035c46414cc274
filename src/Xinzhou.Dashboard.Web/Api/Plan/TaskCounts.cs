namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>The key tasks of a dimension. Over all dimensions they are 25 and 14.</summary>
/// <param name="FromArticle">Those that the article puts under the dimension.</param>
/// <param name="Provisional">Those grouped under it by us, until the official division is known.</param>
public sealed record TaskCounts(int FromArticle, int Provisional);
