// What OmegaT's own search offers in each segment of the project that it has open, as JSON in $FOUND_FILE.
// A console has no glossary pane: this one stands in for it, so that the manager has whom to tell of a
// change and the search whom to ask whether the translator went on to another segment.

import groovy.json.JsonOutput
import org.omegat.core.data.SourceTextEntry
import org.omegat.gui.glossary.*

class NoPane extends GlossaryTextArea {
    NoPane() { super(null) }
    void refresh() {}
}

class Search extends FindGlossaryThread {
    Search(GlossaryTextArea pane, SourceTextEntry segment, GlossaryManager manager) { super(pane, segment, manager) }
    protected void checkEntryChanged() {}
    List<GlossaryEntry> find() { search() }
}

if (eventType.name() != "COMPILE") return

def allocator = sun.misc.Unsafe.getDeclaredField("theUnsafe")
allocator.accessible = true
def pane = allocator.get(null).allocateInstance(NoPane)

def manager = new GlossaryManager(pane)
manager.start()
manager.monitor.checkChanges()  // now, not after the second that its thread waits
def found = project.allEntries.collectEntries { segment ->
    [segment.srcText, new Search(pane, segment, manager).find().collect { [it.srcText, it.getLocTerms(false)] }]
}
new File(System.getenv("FOUND_FILE")).setText(JsonOutput.toJson(found), "UTF-8")
manager.stop()
