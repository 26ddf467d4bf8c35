package org.syncgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People read the drawings in Tasklist and Cockpit: all is there, nothing hides anything, from left to right. */
class DiagramTests {

    /** A line may end this far from the border of its shape: half the width of a drawn border. */
    private static final double TOUCH = 2;

    private static final Map<Path, BpmnModelInstance> MODELS = new HashMap<>();

    static List<Path> processes() {
        return ModelFiles.processes();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyElementIsDrawn(Path file) {
        List<String> drawn = Stream.concat(
                        all(file, BpmnShape.class).stream().map(shape -> id(shape.getBpmnElement())),
                        all(file, BpmnEdge.class).stream()
                                .filter(edge -> edge.getWaypoints().size() > 1)
                                .map(edge -> id(edge.getBpmnElement())))
                .toList();
        List<String> elements = Stream.of(FlowNode.class, SequenceFlow.class, Artifact.class)
                .flatMap(type -> all(file, type).stream())
                .map(element -> id((BaseElement) element))
                .toList();
        assertThat(drawn).doesNotHaveDuplicates().containsAll(elements);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void noShapeCoversAnother(Path file) {
        List<String> faults = new ArrayList<>();
        List<BpmnShape> shapes = List.copyOf(all(file, BpmnShape.class));
        for (int i = 0; i < shapes.size(); i++) {
            for (BpmnShape other : shapes.subList(i + 1, shapes.size())) {
                if (box(shapes.get(i)).intersects(box(other)) && !belongTogether(shapes.get(i), other)) {
                    faults.add(id(shapes.get(i).getBpmnElement()) + " and " + id(other.getBpmnElement()));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aFlowIsDrawnFromItsSourceToItsTargetAndThroughNothingElse(Path file) {
        List<String> faults = new ArrayList<>();
        for (BpmnEdge edge : all(file, BpmnEdge.class)) {
            if (!(edge.getBpmnElement() instanceof SequenceFlow flow)) {
                continue;
            }
            List<Point2D> line = line(edge);
            if (!touches(shape(file, flow.getSource()), line.get(0))) {
                faults.add(
                        flow.getId() + " does not begin at " + flow.getSource().getId());
            }
            if (!touches(shape(file, flow.getTarget()), line.get(line.size() - 1))) {
                faults.add(flow.getId() + " does not end at " + flow.getTarget().getId());
            }
            all(file, BpmnShape.class).stream()
                    .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
                    .filter(shape -> crosses(line, inner(box(shape))))
                    .forEach(shape -> faults.add(flow.getId() + " runs through " + id(shape.getBpmnElement())));
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyNameBesideAShapeOrALineHasItsPlace(Path file) {
        List<String> faults = new ArrayList<>();
        for (BpmnShape shape : all(file, BpmnShape.class)) {
            BaseElement element = shape.getBpmnElement();
            boolean beside = element instanceof Event || element instanceof Gateway;
            if (beside && isNamed(element) && !isPlaced(shape.getBpmnLabel())) {
                faults.add(element.getId());
            }
        }
        for (BpmnEdge edge : all(file, BpmnEdge.class)) {
            if (isNamed(edge.getBpmnElement()) && !isPlaced(edge.getBpmnLabel())) {
                faults.add(edge.getBpmnElement().getId());
            }
        }
        assertThat(faults).as("names without a place").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void noNameCoversAShapeOrAnotherName(Path file) {
        List<String> faults = new ArrayList<>();
        List<BpmnLabel> labels = all(file, BpmnLabel.class).stream()
                .filter(DiagramTests::isPlaced)
                .toList();
        for (int i = 0; i < labels.size(); i++) {
            Rectangle2D place = box(labels.get(i).getBounds());
            String name = owner(labels.get(i));
            all(file, BpmnShape.class).stream()
                    .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
                    .filter(shape -> outline(shape).intersects(place))
                    .forEach(shape -> faults.add("the name of " + name + " covers " + id(shape.getBpmnElement())));
            labels.subList(i + 1, labels.size()).stream()
                    .filter(other -> place.intersects(box(other.getBounds())))
                    .forEach(other -> faults.add("the name of " + name + " covers the name of " + owner(other)));
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void theStartIsAtTheLeft(Path file) {
        double left = all(file, BpmnShape.class).stream()
                .mapToDouble(shape -> box(shape).getMinX())
                .min()
                .orElseThrow();
        assertThat(all(file, StartEvent.class))
                .filteredOn(start -> !(start.getParentElement() instanceof SubProcess))
                .isNotEmpty()
                .allSatisfy(start -> assertThat(box(shape(file, start)).getMinX())
                        .as(start.getId())
                        .isEqualTo(left));
    }

    private static <T extends ModelElementInstance> Collection<T> all(Path file, Class<T> type) {
        return MODELS.computeIfAbsent(file, path -> Bpmn.readModelFromFile(path.toFile()))
                .getModelElementsByType(type);
    }

    private static BpmnShape shape(Path file, FlowNode node) {
        return all(file, BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private static String id(BaseElement element) {
        return element.getId();
    }

    private static String owner(BpmnLabel label) {
        ModelElementInstance parent = label.getParentElement();
        return parent instanceof BpmnShape shape
                ? id(shape.getBpmnElement())
                : id(((BpmnEdge) parent).getBpmnElement());
    }

    /** An event at a task's border, and a part inside its sub-process. */
    private static boolean belongTogether(BpmnShape one, BpmnShape other) {
        return belongsTo(one.getBpmnElement(), other.getBpmnElement())
                || belongsTo(other.getBpmnElement(), one.getBpmnElement());
    }

    private static boolean belongsTo(ModelElementInstance part, BaseElement whole) {
        if (part instanceof BoundaryEvent event && event.getAttachedTo().equals(whole)) {
            return true;
        }
        ModelElementInstance parent = part.getParentElement();
        return parent != null && (parent.equals(whole) || belongsTo(parent, whole));
    }

    private static boolean isNamed(BaseElement element) {
        return element instanceof FlowElement named
                && named.getName() != null
                && !named.getName().isBlank();
    }

    private static boolean isPlaced(BpmnLabel label) {
        return label != null && label.getBounds() != null;
    }

    private static boolean touches(BpmnShape shape, Point2D point) {
        Rectangle2D box = box(shape);
        return grown(box, TOUCH).contains(point) && !grown(box, -TOUCH).contains(point);
    }

    private static boolean crosses(List<Point2D> line, Rectangle2D box) {
        for (int i = 1; i < line.size(); i++) {
            if (new Line2D.Double(line.get(i - 1), line.get(i)).intersects(box)) {
                return true;
            }
        }
        return false;
    }

    private static List<Point2D> line(BpmnEdge edge) {
        List<Point2D> line = new ArrayList<>();
        for (Waypoint point : edge.getWaypoints()) {
            line.add(new Point2D.Double(point.getX(), point.getY()));
        }
        return line;
    }

    /** The corners of a gateway's box are free: its name may stand there. */
    private static Shape outline(BpmnShape shape) {
        Rectangle2D box = inner(box(shape));
        if (!(shape.getBpmnElement() instanceof Gateway)) {
            return box;
        }
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(box.getMinX(), box.getCenterY());
        diamond.lineTo(box.getCenterX(), box.getMinY());
        diamond.lineTo(box.getMaxX(), box.getCenterY());
        diamond.lineTo(box.getCenterX(), box.getMaxY());
        diamond.closePath();
        return diamond;
    }

    private static Rectangle2D inner(Rectangle2D box) {
        return grown(box, -TOUCH);
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }

    private static Rectangle2D box(BpmnShape shape) {
        return box(shape.getBounds());
    }

    private static Rectangle2D box(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
