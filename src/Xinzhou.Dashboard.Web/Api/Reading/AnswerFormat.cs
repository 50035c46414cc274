namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>How an answer is written.</summary>
public enum AnswerFormat
{
    Json,
    Csv,
}
