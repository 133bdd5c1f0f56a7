namespace SupervisorBot.Gateway.Http;

/// <summary>No node's circuit let the call in, so nothing was sent. It never leaves the assembly.</summary>
internal sealed class NotTriedException : Exception;
