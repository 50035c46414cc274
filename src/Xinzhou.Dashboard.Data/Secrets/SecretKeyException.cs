namespace Xinzhou.Dashboard.Data.Secrets;

/// <summary>Secrets cannot be read, or there is no key to read them with. The message says in a sentence what is to be done.</summary>
public sealed class SecretKeyException(string message, Exception? inner = null) : Exception(message, inner);
