namespace SupervisorBot.Gateway.Sessions;

/// <summary>A sign-in was accepted without a Guid. It never leaves the assembly.</summary>
internal sealed class MissingGuidException : Exception;
