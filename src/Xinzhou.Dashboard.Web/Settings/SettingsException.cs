
namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>Settings are wrong. The message is one sentence a setting: which one, what it says, what is allowed.</summary>
public sealed class SettingsException(IEnumerable<string> sentences) : Exception(string.Join(Environment.NewLine, sentences));
