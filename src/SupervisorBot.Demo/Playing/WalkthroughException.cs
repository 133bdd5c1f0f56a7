namespace SupervisorBot.Demo;

/// <summary>The walkthrough could not go on; the message is a sentence for the reader.</summary>
internal sealed class WalkthroughException(string message) : Exception(message);
